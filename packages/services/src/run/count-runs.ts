import type { RunCount } from "@assay/contract";
import { runSearch } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type RunSelectionInput, toSelection } from "./find-run-page.ts";

const MAX_COUNTED = 10_000;

/** How many runs a selection holds; counting stops at a cap. */
export async function countRuns({ ctx, input }: VerbArgs<ProjectContext, RunSelectionInput>): Promise<RunCount> {
  requirePermission(ctx, "run:read");
  const selection = toSelection(ctx, input);
  const names = await ctx.names.of(selection);
  const count = await runSearch.count(ctx.db, selection, names, MAX_COUNTED + 1);
  return { count: Math.min(count, MAX_COUNTED), isCapped: count > MAX_COUNTED };
}

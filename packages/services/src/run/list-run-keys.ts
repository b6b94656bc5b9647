import type { RunKeys } from "@assay/contract";
import { runSearch } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type RunSelectionInput, toSelection } from "./find-run-page.ts";
import { freshenSummaries } from "./freshen-summaries.ts";

/** The metric, param and tag keys that the newest runs of a selection have: the columns there are to choose from. */
export async function listRunKeys({ ctx, input }: VerbArgs<ProjectContext, RunSelectionInput>): Promise<RunKeys> {
  requirePermission(ctx, "run:read");
  const selection = toSelection(ctx, input);
  const names = await ctx.names.of(selection);
  await freshenSummaries(ctx, selection, names);
  return runSearch.keys(ctx.db, selection, names);
}

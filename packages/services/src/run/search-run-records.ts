import type { Page } from "@assay/contract";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { findRunPage, type RunPageInput } from "./find-run-page.ts";
import { type RunRecord, readRunRecords } from "./read-run-records.ts";

/** One page of runs, filtered and sorted, with everything that was logged to them. */
export async function searchRunRecords({
  ctx,
  input,
}: VerbArgs<ProjectContext, RunPageInput>): Promise<Page<RunRecord>> {
  requirePermission(ctx, "run:read");
  const { items: runIds, nextCursor } = await findRunPage(ctx, input);
  return { items: await readRunRecords({ ctx, input: { runIds } }), nextCursor };
}

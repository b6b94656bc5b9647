import type { Page } from "@assay/contract";
import { runSearch } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { prepareRunSearch, type RunPageInput } from "./find-run-page.ts";
import { type RunRecord, readRunRecords, withLatest } from "./read-run-records.ts";

/** One page of runs, filtered and sorted, with everything that was logged to them. */
export async function searchRunRecords({
  ctx,
  input,
}: VerbArgs<ProjectContext, RunPageInput>): Promise<Page<RunRecord>> {
  requirePermission(ctx, "run:read");
  const { query, names, cursorAt } = await prepareRunSearch(ctx, input);
  const {
    ids: runIds,
    after,
    read,
  } = await runSearch.searchRecords(ctx.db, query, names, {
    now: ctx.clock.now(),
    takeVersion: ctx.access.takeVersion,
  });
  const items =
    read === null
      ? await readRunRecords({ ctx, input: { runIds } })
      : withLatest(read.records, await ctx.metrics.latest(ctx.project.id, runIds, read.summaries));
  return { items, nextCursor: cursorAt(after) };
}

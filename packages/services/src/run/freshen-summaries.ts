import { runSearch } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** So many runs are looked at, far more than are ever logging at once; the newest come first. */
const MAX_STALE = 10_000;
/** So many are summarised in one transaction. */
const BATCH = 200;

/** Brings the summaries of a selection up to date: what was logged since they were written must count in a search. */
export async function freshenSummaries(ctx: ProjectContext, selection: runSearch.RunSelection): Promise<void> {
  const stale = await runSearch.findStale(ctx.db, selection, MAX_STALE);
  for (let at = 0; at < stale.length; at += BATCH) await ctx.metrics.refresh(stale.slice(at, at + BATCH));
}

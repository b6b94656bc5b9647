import { runSearch } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** So many runs are looked at, far more than are ever logging at once; the newest come first. */
const MAX_HOT = 10_000;

/** Compacts what was just logged to a selection: it must count in filters and orders. */
export async function freshenSummaries(
  ctx: ProjectContext,
  selection: runSearch.RunSelection,
  names: runSearch.RunNames,
): Promise<void> {
  const hot = await runSearch.findHot(ctx.db, selection, names, MAX_HOT);
  if (hot.length > 0) await ctx.metrics.compact(hot);
}

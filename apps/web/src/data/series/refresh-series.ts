import type { RunSeries } from "@assay/ui/chart";
import type { QueryClient } from "@tanstack/react-query";
import { isGroupSeriesKey, isRunSeriesKey } from "./series-query.ts";
import type { SeriesSource } from "./series-source.ts";

/**
 * Fetches the shown series of these runs anew, and of no others; charts out of view catch up when they are seen.
 * Returns runs that could not be refreshed because their chart was being fetched as a whole.
 */
export async function refreshRunSeries(
  queryClient: QueryClient,
  source: SeriesSource,
  runIds: ReadonlySet<string>,
): Promise<string[]> {
  const again = new Set<string>();
  const refreshing = queryClient
    .getQueryCache()
    .getAll()
    .map(async (query) => {
      const { queryKey } = query;
      if (!isRunSeriesKey(queryKey)) return;
      const [, , request, key] = queryKey;
      const touched = request.runIds.filter((runId) => runIds.has(runId));
      if (touched.length === 0) return;
      if (!query.isActive()) return query.invalidate();
      const repeat = () => {
        for (const runId of touched) again.add(runId);
      };
      if (query.state.fetchStatus !== "idle") return repeat();
      const { dataUpdatedAt } = query.state;
      const fresh = await source.runs({ ...request, runIds: touched }, key).catch(() => null);
      if (fresh === null) return queryClient.invalidateQueries({ queryKey, exact: true });
      // Fetched as a whole meanwhile: that answer may be the newer one.
      if (query.state.dataUpdatedAt !== dataUpdatedAt || query.state.fetchStatus !== "idle") return repeat();
      queryClient.setQueryData<RunSeries[]>(queryKey, (old = []) => [
        ...old.filter(({ runId }) => !touched.includes(runId)),
        ...fresh,
      ]);
    });
  await Promise.all(refreshing);
  return [...again];
}

/** Fetches the shown lines of groups with these members anew. */
export async function refreshGroupSeries(queryClient: QueryClient, runIds: ReadonlySet<string>): Promise<string[]> {
  await queryClient.invalidateQueries(
    {
      predicate: ({ queryKey }) =>
        isGroupSeriesKey(queryKey) && queryKey[2].groups.some((members) => members.some((id) => runIds.has(id))),
    },
    { cancelRefetch: false },
  );
  return [];
}

import type { LiveEvent } from "@assay/contract";
import type { QueryClient } from "@tanstack/react-query";
import { touches } from "./touches.ts";

/**
 * Refetches what the events touch. A query already on its way may carry the older state, so its events are
 * handed back to be tried again, instead of cancelling it over and over under a steady stream.
 */
export function refetchTouched(queryClient: QueryClient, events: readonly LiveEvent[]): LiveEvent[] {
  const busy: LiveEvent[] = [];
  for (const event of events) {
    if (event.kind === "gap") {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => touches(event, queryKey) });
      continue;
    }
    const queries = queryClient.getQueryCache().findAll({ predicate: (query) => touches(event, query.queryKey) });
    const fetching = queries.filter((query) => query.state.fetchStatus === "fetching");
    if (fetching.length > 0) busy.push(event);
    for (const query of queries) {
      if (!fetching.includes(query)) void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    }
  }
  return busy;
}

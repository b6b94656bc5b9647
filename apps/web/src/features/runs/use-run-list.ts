"use client";

import type { RunRow, RunSort } from "@assay/contract";
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC, useTRPCClient } from "../../data/trpc.ts";
import { useLiveRows } from "./use-live-rows.ts";
import { valueColumns } from "./value-columns.ts";

export interface RunListRequest {
  experiment: number;
  filter: string;
  sort: RunSort | null;
  columns: readonly string[];
  isArchived: boolean;
  isEnabled: boolean;
}

const PAGE_SIZE = 100;
const firstPage: string | null = null;
const NO_ROWS: readonly RunRow[] = [];

/** The runs that match, page by page, with their count and how many came since they were loaded. */
export function useRunList(request: RunListRequest) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const scope = useScope();
  const queryClient = useQueryClient();
  const { experiment, filter, sort, columns, isArchived, isEnabled } = request;
  const selection = {
    ...scope,
    experiments: [experiment],
    filter,
    lifecycle: isArchived ? ("archived" as const) : ("active" as const),
  };
  const input = { ...selection, sort: sort === null ? [] : [sort], columns: valueColumns(columns), limit: PAGE_SIZE };
  const queryKey = trpc.run.search.infiniteQueryKey(input);
  // tRPC's own infinite options add a direction to the input, which the server's strict schema refuses.
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      client.run.search.query(pageParam === null ? input : { ...input, cursor: pageParam }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: isEnabled,
    staleTime: 60_000,
  });
  const count = useQuery(trpc.run.count.queryOptions(selection, { placeholderData: keepPreviousData, retry: false }));
  const loaded = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data]);
  const rows = useLastGood(loaded) ?? NO_ROWS;

  const [reloads, setReloads] = useState(0);
  const reload = useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.run.search.infiniteQueryFilter()),
      queryClient.invalidateQueries(trpc.run.count.queryFilter()),
    ]);
    setReloads((times) => times + 1);
  }, [queryClient, trpc]);

  useLiveRows({ rows, input, queryKey });
  const total = count.data === undefined || count.data.isCapped ? null : count.data.count;
  const newCount = useNewCount(
    total,
    rows.length,
    list.hasNextPage,
    `${JSON.stringify(input)}#${reloads}`,
    list.isSuccess,
  );
  const isWaiting = list.isSuccess && !list.isFetching && rows.length === 0 && newCount > 0;
  useEffect(() => {
    if (isWaiting) void reload();
  }, [isWaiting, reload]);

  return { list, rows, count: count.data ?? null, newCount, reload };
}

/** The latest rows that arrived: a filter with a mistake in it leaves the table as it was. */
function useLastGood(rows: readonly RunRow[] | undefined): readonly RunRow[] | undefined {
  const [kept, setKept] = useState(rows);
  if (rows !== undefined && rows !== kept) setKept(rows);
  return rows ?? kept;
}

/** How many more runs match now than when the list was loaded. */
function useNewCount(
  total: number | null,
  rowCount: number,
  hasMore: boolean,
  request: string,
  isLoaded: boolean,
): number {
  const [seen, setSeen] = useState<{ request: string; total: number } | null>(null);
  const isKnown = seen?.request === request;
  if (total !== null && isLoaded && !isKnown) setSeen({ request, total });
  if (total === null || !isLoaded) return 0;
  if (!hasMore) return Math.max(0, total - rowCount);
  return isKnown ? Math.max(0, total - seen.total) : 0;
}

"use client";

import type { LogStream, RunId } from "@assay/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC, useTRPCClient } from "../../data/trpc.ts";
import { useLogCount } from "./use-log-count.ts";

const MATCHES_PER_PAGE = 1_000;
/** Nobody steps through more; a longer query finds fewer. */
const MOST_MATCHES = 10_000;

/** All lines that contain a text, page by page to the end of the log and on as it grows. */
export function useLogSearch(runId: RunId, stream: LogStream | null, query: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const scope = useScope();
  const lineCount = useLogCount(runId, null).data?.lineCount ?? 0;
  const input = { ...scope, runId, stream, query, limit: MATCHES_PER_PAGE };
  // tRPC's own infinite options add a direction to the input, which the server's strict schema refuses.
  const search = useInfiniteQuery({
    queryKey: trpc.log.search.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) => client.log.search.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.isEnd && last.nextCursor >= lineCount ? undefined : last.nextCursor),
    enabled: query !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  const matches = useMemo(() => search.data?.pages.flatMap((page) => page.matches) ?? [], [search.data]);
  const isCapped = matches.length >= MOST_MATCHES;
  const { hasNextPage, isFetching, isError, fetchNextPage } = search;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && !isCapped) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, isCapped, fetchNextPage]);
  return { matches, isCapped, isSearching: query !== "" && isFetching, error: search.error };
}

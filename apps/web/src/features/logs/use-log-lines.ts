"use client";

import type { LogLine, LogStream, RunId } from "@assay/contract";
import { type QueryClient, useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPCClient } from "../../data/trpc.ts";

const PAGE_LINES = 200;

interface LineRange {
  runId: RunId;
  stream: LogStream | null;
  lineCount: number;
  /** Offsets of the first and last line in view. */
  first: number;
  last: number;
}

/**
 * The lines in view by their offset; undefined while on their way. A stored line never changes, so a page is fetched
 * once, and the last one goes on from the last line that it has.
 */
export function useLogLines({ runId, stream, lineCount, first, last }: LineRange) {
  const client = useTRPCClient();
  const scope = useScope();
  const queryClient = useQueryClient();
  const pages = pagesBetween(first, Math.min(last, lineCount - 1));
  const keyOf = (page: number) => ["log-page", scope, runId, stream, page] as const;

  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: keyOf(page),
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const known = knownLines(queryClient, keyOf(page));
        const position = { kind: "offset", offset: page * PAGE_LINES + known.length } as const;
        const input = { ...scope, runId, stream, position, limit: PAGE_LINES - known.length };
        if (input.limit === 0) return known;
        return [...known, ...(await client.log.read.query(input, { signal })).lines];
      },
    })),
  });

  const lengths = results.map((result) => result.data?.length ?? "…").join();
  // Once each time the log grew or a page came: a page that stays behind is not asked for over and over.
  useEffect(() => {
    for (const page of pages) {
      const known = queryClient.getQueryData<LogLine[]>(keyOf(page));
      const isBehind = known !== undefined && known.length < Math.min(PAGE_LINES, lineCount - page * PAGE_LINES);
      if (isBehind) void queryClient.refetchQueries({ queryKey: keyOf(page), exact: true });
    }
  }, [lineCount, lengths, pages.join(), stream, runId]);

  return {
    error: results.find((result) => result.isError)?.error ?? null,
    lineAt: (offset: number): LogLine | undefined => {
      const page = Math.floor(offset / PAGE_LINES);
      return results[pages.indexOf(page)]?.data?.[offset - page * PAGE_LINES];
    },
  };
}

function pagesBetween(first: number, last: number): number[] {
  if (last < first) return [];
  const from = Math.floor(first / PAGE_LINES);
  return Array.from({ length: Math.floor(last / PAGE_LINES) - from + 1 }, (_, at) => from + at);
}

const knownLines = (queryClient: QueryClient, key: readonly unknown[]): LogLine[] =>
  queryClient.getQueryData<LogLine[]>(key) ?? [];

"use client";

import type { LiveEvent, RunRow, SearchRunsInput } from "@assay/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useLiveEvents } from "../../data/live/live-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { idFilter } from "./id-filter.ts";
import { patchPages, type RunPages } from "./patch-pages.ts";

interface LiveRowsRequest {
  rows: readonly RunRow[];
  input: Omit<SearchRunsInput, "cursor">;
  queryKey: readonly unknown[];
}

const MOST_AT_ONCE = 100;

/** Brings loaded rows up to date where they stand; order and scroll stay as they are. */
export function useLiveRows({ rows, input, queryKey }: LiveRowsRequest): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const waiting = useRef(new Set<string>());
  const isBusy = useRef(false);

  const refresh = async () => {
    if (isBusy.current || waiting.current.size === 0) return;
    isBusy.current = true;
    const ids = [...waiting.current].slice(0, MOST_AT_ONCE);
    for (const id of ids) waiting.current.delete(id);
    const fresh = await queryClient
      .fetchQuery(
        trpc.run.search.queryOptions(
          { ...input, filter: idFilter(ids), sort: [], lifecycle: "all", limit: MOST_AT_ONCE },
          { staleTime: 0, gcTime: 0, retry: false },
        ),
      )
      .catch(() => null);
    if (fresh !== null) {
      queryClient.setQueryData<RunPages>(queryKey, (pages) => pages && patchPages(pages, fresh.items));
    }
    isBusy.current = false;
    if (waiting.current.size > 0) void refresh();
  };

  useLiveEvents((events: readonly LiveEvent[]) => {
    const loaded = new Set<string>(rows.map((row) => row.id));
    for (const { kind, runId } of events) {
      if (kind === "gap") for (const id of loaded) waiting.current.add(id);
      if (runId !== null && loaded.has(runId)) waiting.current.add(runId);
    }
    void refresh();
  });
}

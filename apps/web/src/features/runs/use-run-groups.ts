"use client";

import { LIMITS, type RunRow } from "@assay/contract";
import { formatCount, plural } from "@assay/ui";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { useLiveEvents } from "../../data/live/live-context.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPCClient } from "../../data/trpc.ts";
import { groupRuns } from "./group-runs.ts";
import { valueColumns } from "./value-columns.ts";

interface RunGroupsRequest {
  experiment: number;
  filter: string;
  isArchived: boolean;
  /** What to group by; null for not at all. */
  column: string | null;
}

const REFRESH_MS = 5_000;

/** All runs that match, by their value in a column: not only those that are listed or shown. */
export function useRunGroups({ experiment, filter, isArchived, column }: RunGroupsRequest) {
  const scope = useScope();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const refreshedAtMs = useRef(0);
  const input = {
    ...scope,
    experiments: [experiment],
    filter,
    lifecycle: isArchived ? ("archived" as const) : ("active" as const),
    columns: valueColumns(column === null ? [] : [column]),
    limit: LIMITS.pageSize,
  };
  const queryKey = ["run-groups", input];
  const members = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const rows: RunRow[] = [];
      let cursor: string | null = null;
      do {
        const page = await client.run.search.query(cursor === null ? input : { ...input, cursor }, { signal });
        rows.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null && rows.length < LIMITS.groupedRuns);
      return { rows: rows.slice(0, LIMITS.groupedRuns), hasMore: cursor !== null };
    },
    enabled: column !== null,
    placeholderData: keepPreviousData,
  });
  useLiveEvents((events) => {
    if (!events.some(({ kind }) => kind === "run" || kind === "gap")) return;
    if (Date.now() - refreshedAtMs.current < REFRESH_MS) return;
    refreshedAtMs.current = Date.now();
    void queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false });
  });
  const found = useMemo(() => {
    if (members.data === undefined || column === null) return null;
    const { groups, omitted } = groupRuns(members.data.rows, column);
    return { groups, limitNote: limitNote(omitted, members.data.hasMore) };
  }, [members.data, column]);
  return { query: members, found };
}

function limitNote(omitted: { groups: number; runs: number }, hasMore: boolean): string | null {
  const notes = [
    ...(hasMore ? [`only the first ${formatCount(LIMITS.groupedRuns)} runs that match`] : []),
    ...(omitted.groups > 0
      ? [`without ${plural(omitted.groups, "smaller group")} of ${plural(omitted.runs, "run")}`]
      : []),
  ];
  return notes.length === 0 ? null : notes.join(", ");
}

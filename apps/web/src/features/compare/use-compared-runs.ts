"use client";

import { keepPreviousData, skipToken, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { compareRows } from "./compare-rows.ts";

/** The compared runs with what they read, as sections of rows. */
export function useComparedRuns(runIds: readonly string[]) {
  const trpc = useTRPC();
  const scope = useScope();
  const details = useQuery(
    trpc.run.getMany.queryOptions(runIds.length === 0 ? skipToken : { ...scope, runIds: [...runIds] }, {
      placeholderData: keepPreviousData,
    }),
  );
  const datasets = useQueries({ queries: runIds.map((runId) => trpc.run.datasets.queryOptions({ ...scope, runId })) });
  const runs = useMemo(() => {
    const byId = new Map((details.data ?? []).map((run) => [run.id as string, run]));
    return runIds.flatMap((id) => byId.get(id) ?? []);
  }, [details.data, runIds]);
  const byRun = runs.map((run) => datasets[runIds.indexOf(run.id)]?.data ?? []);
  return { details, runs, sections: compareRows(runs, byRun) };
}

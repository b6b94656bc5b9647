"use client";

import type { ChartRun } from "@assay/ui/chart";
import { useMemo } from "react";
import type { RunsSubject } from "./chart-subject.ts";
import { useChartRuns } from "./use-chart-runs.ts";

/** These runs, one line each; the same object for as long as the same runs are meant. */
export function useChartSubject(runs: readonly ChartRun[]): RunsSubject {
  const kept = useChartRuns(runs);
  return useMemo(() => ({ kind: "runs", runs: kept }), [kept]);
}

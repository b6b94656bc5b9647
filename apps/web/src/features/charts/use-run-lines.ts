"use client";

import type { SeriesAxis } from "@assay/contract";
import { type ChartRange, type ChartRun, chartLines, type RunSeries } from "@assay/ui/chart";
import { useMemo } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useSeriesSource } from "../../data/series/series-context.tsx";
import { runSeriesKey } from "../../data/series/series-query.ts";
import { pointsPerLine } from "./points-per-line.ts";
import { useZoomableQuery } from "./use-zoomable-query.ts";

export interface LinesRequest {
  metricKey: string;
  xAxis: SeriesAxis;
  range: ChartRange | null;
  isEnabled: boolean;
}

const isRaw = (series: readonly RunSeries[]): boolean => series.every((one) => one.isRaw);

/** A line for each run that has points of the key. */
export function useRunLines(runs: readonly ChartRun[], { metricKey, xAxis, range, isEnabled }: LinesRequest) {
  const scope = useScope();
  const source = useSeriesSource();
  const { data, ...rest } = useZoomableQuery<RunSeries>({
    optionsOf: (part) => {
      const request = { runIds: runs.map((run) => run.id), x: xAxis, maxPoints: pointsPerLine(runs.length), ...part };
      return {
        queryKey: runSeriesKey(scope, request, metricKey),
        queryFn: ({ signal }) => source.runs(request, metricKey, signal),
      };
    },
    range,
    isComplete: isRaw,
    isEnabled: isEnabled && runs.length > 0,
  });
  const isOrdered = xAxis.kind !== "metric";
  const lines = useMemo(() => chartLines(runs, data ?? [], { isOrdered }), [runs, data, isOrdered]);
  return { lines, ...rest };
}

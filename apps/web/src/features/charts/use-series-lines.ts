"use client";

import { type ChartLine, type ChartRange, type ChartRun, chartLines, stepRange, type XAxis } from "@assay/ui/chart";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

interface SeriesRequest {
  runs: readonly ChartRun[];
  metricKey: string;
  xAxis: XAxis;
  /** The part of the x axis in view; asked for again at a finer resolution. */
  range: ChartRange | null;
  isEnabled: boolean;
}

const BUCKETS = 1_000;

/** The lines of one panel; while zoomed, those of the steps in view at full resolution once they arrive. */
export function useSeriesLines({ runs, metricKey, xAxis, range, isEnabled }: SeriesRequest) {
  const trpc = useTRPC();
  const scope = useScope();
  const input = useMemo(
    () => ({ ...scope, runIds: runs.map((run) => run.id), keys: [metricKey], maxPoints: BUCKETS }),
    [scope, runs, metricKey],
  );
  const hasRuns = isEnabled && runs.length > 0;
  const whole = useQuery(
    trpc.metric.series.queryOptions(hasRuns ? input : skipToken, { placeholderData: keepPreviousData }),
  );
  const wholeLines = useMemo(() => chartLines(runs, whole.data ?? []), [runs, whole.data]);

  const steps = range === null ? null : stepRange(wholeLines, range, xAxis);
  const zoomed = useQuery(
    trpc.metric.series.queryOptions(
      steps === null || wholeLines.every((line) => line.isRaw)
        ? skipToken
        : { ...input, from: steps.from, to: steps.to },
    ),
  );
  const lines: ChartLine[] = useMemo(
    () => (zoomed.data === undefined || range === null ? wholeLines : chartLines(runs, zoomed.data)),
    [zoomed.data, range, wholeLines, runs],
  );
  return { lines, query: whole, isRefining: zoomed.isFetching && zoomed.data === undefined };
}

import type { Series } from "@assay/contract";
import { lineDashes } from "../colour/line-dashes.ts";
import type { ChartLine } from "./chart-line.ts";

export interface ChartRun {
  id: string;
  name: string;
  number: number;
}

/** Pairs series with the runs they belong to, in the order of the runs; runs without points have no line. */
export function chartLines(runs: readonly ChartRun[], series: readonly Series[]): ChartLine[] {
  const byRun = new Map(series.map((one) => [one.runId as string, one]));
  const dashes = lineDashes(runs.map((run) => run.number));
  return runs.flatMap((run, index) => {
    const one = byRun.get(run.id);
    if (one === undefined || one.steps.length === 0) return [];
    return {
      runId: run.id,
      name: run.name,
      number: run.number,
      dash: dashes[index] ?? "solid",
      steps: Float64Array.from(one.steps),
      timesMs: Float64Array.from(one.timesMs),
      values: Float64Array.from(one.values),
      min: Float64Array.from(one.min),
      max: Float64Array.from(one.max),
      pointCount: one.pointCount,
      isRaw: one.isRaw,
    };
  });
}

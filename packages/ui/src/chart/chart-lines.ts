import { lineDashes } from "../colour/line-dashes.ts";
import type { ChartLine } from "./chart-line.ts";
import type { RunSeries } from "./run-series.ts";

export interface ChartRun {
  id: string;
  name: string;
  number: number;
}

/** With more lines their areas would cover each other. */
export const MOST_BANDS = 20;

/**
 * Pairs series with the runs they belong to, in the order of the runs; runs without points have no line. Where x does
 * not grow, as by another metric, buckets have no area: their points lie elsewhere on the axis than their last one.
 */
export function chartLines(
  runs: readonly ChartRun[],
  series: readonly RunSeries[],
  { isOrdered }: { isOrdered: boolean },
): ChartLine[] {
  const byRun = new Map(series.map((one) => [one.runId, one]));
  const dashes = lineDashes(runs.map((run) => run.number));
  const hasBands = isOrdered && series.length <= MOST_BANDS;
  return runs.flatMap((run, index) => {
    const one = byRun.get(run.id);
    if (one === undefined || one.x.length === 0) return [];
    const { x, values, min, max, pointCount, isRaw } = one;
    return {
      id: run.id,
      name: run.name,
      number: run.number,
      dash: dashes[index] ?? "solid",
      x,
      values,
      low: min,
      high: max,
      hasBand: hasBands && !isRaw,
      pointCount,
      isRaw,
    };
  });
}

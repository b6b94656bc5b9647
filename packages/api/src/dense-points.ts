import type { DenseMetrics } from "@assay/contract";

export interface PointColumnsByKey {
  keys: string[];
  steps: number[];
  timesMs: number[];
  values: number[];
}

/** A dense matrix as parallel columns, one entry per value that is there. */
export function densePoints(dense: DenseMetrics): PointColumnsByKey {
  const points: PointColumnsByKey = { keys: [], steps: [], timesMs: [], values: [] };
  dense.values.forEach((row, at) => {
    row.forEach((value, column) => {
      if (value === null) return;
      points.keys.push(dense.keys[column] ?? "");
      points.steps.push(dense.steps[at] ?? 0);
      points.timesMs.push(dense.timesMs[at] ?? 0);
      points.values.push(value);
    });
  });
  return points;
}

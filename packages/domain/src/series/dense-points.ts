import type { DenseMetrics } from "@assay/contract";
import type { KeyPoints } from "./point-columns.ts";

/** A dense matrix by key. Keys with a value at every step share the matrix' columns of steps and times. */
export function densePoints({ keys, steps, timesMs, values }: DenseMetrics): KeyPoints[] {
  const series = keys.map((key, column) => readColumn({ key, column, steps, timesMs, values }));
  const isEveryKeyOnce = new Set(keys).size === keys.length;
  return (isEveryKeyOnce ? series : joinByKey(series)).filter((points) => points.values.length > 0);
}

type Column = Pick<DenseMetrics, "steps" | "timesMs" | "values"> & { key: string; column: number };

function readColumn({ key, column, steps, timesMs, values: rows }: Column): KeyPoints {
  const values: number[] = [];
  const absent: number[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const value = rows[row]?.[column];
    if (value === null || value === undefined) absent.push(row);
    else values.push(value);
  }
  if (absent.length === 0) return { key, steps, timesMs, values };
  const gaps = new Set(absent);
  const pick = (from: number[]): number[] => from.filter((_, row) => !gaps.has(row));
  return { key, steps: pick(steps), timesMs: pick(timesMs), values };
}

/** A key may name several columns of a matrix. */
function joinByKey(series: readonly KeyPoints[]): KeyPoints[] {
  return [...Map.groupBy(series, ({ key }) => key)].map(([key, parts]) => {
    const all = (column: "steps" | "timesMs" | "values"): number[] => parts.flatMap((part) => Array.from(part[column]));
    return { key, steps: all("steps"), timesMs: all("timesMs"), values: all("values") };
  });
}

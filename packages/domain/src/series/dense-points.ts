import type { DenseMetrics } from "@assay/contract";
import type { KeyPoints } from "./point-columns.ts";

/** A dense matrix by key. Keys with a value at every step share the matrix' columns of steps and times. */
export function densePoints({ keys, steps, timesMs, values: rows }: DenseMetrics): KeyPoints[] {
  const all = new Float64Array(keys.length * rows.length);
  /** Rows without a value, by column. */
  const gaps = new Map<number, Set<number>>();
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? [];
    for (let column = 0; column < keys.length; column += 1) {
      const value = row[column];
      if (value === null || value === undefined) addGap(gaps, column, at);
      else all[column * rows.length + at] = value;
    }
  }
  const series = keys.map((key, column): KeyPoints => {
    const values = all.subarray(column * rows.length, (column + 1) * rows.length);
    const absent = gaps.get(column);
    return absent === undefined
      ? { key, steps, timesMs, values }
      : withoutRows({ key, steps, timesMs, values }, absent);
  });
  const isEveryKeyOnce = new Set(keys).size === keys.length;
  return (isEveryKeyOnce ? series : joinByKey(series)).filter((points) => points.values.length > 0);
}

function addGap(gaps: Map<number, Set<number>>, column: number, row: number): void {
  const ofColumn = gaps.get(column);
  if (ofColumn === undefined) gaps.set(column, new Set([row]));
  else ofColumn.add(row);
}

function withoutRows({ key, steps, timesMs, values }: KeyPoints, absent: ReadonlySet<number>): KeyPoints {
  const pick = (from: ArrayLike<number>): number[] => Array.from(from).filter((_, row) => !absent.has(row));
  return { key, steps: pick(steps), timesMs: pick(timesMs), values: pick(values) };
}

/** A key may name several columns of a matrix. */
function joinByKey(series: readonly KeyPoints[]): KeyPoints[] {
  return [...Map.groupBy(series, ({ key }) => key)].map(([key, parts]) => {
    const all = (column: "steps" | "timesMs" | "values"): number[] => parts.flatMap((part) => Array.from(part[column]));
    return { key, steps: all("steps"), timesMs: all("timesMs"), values: all("values") };
  });
}

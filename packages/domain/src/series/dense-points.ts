import type { DenseMetrics } from "@assay/contract";
import type { KeyPoints } from "./point-columns.ts";

/** A dense matrix by key. Keys with a value at every step share the matrix' columns of steps and times. */
export function densePoints({ keys, steps, timesMs, values }: DenseMetrics): KeyPoints[] {
  const byKey = new Map<string, KeyPoints[]>();
  keys.forEach((key, column) => {
    const present = values.flatMap((row, at) => (row[column] === null ? [] : [at]));
    if (present.length === 0) return;
    const pick = (from: number[]): number[] =>
      present.length === from.length ? from : present.map((at) => from[at] ?? Number.NaN);
    const points = {
      key,
      steps: pick(steps),
      timesMs: pick(timesMs),
      values: present.map((at) => values[at]?.[column] ?? Number.NaN),
    };
    byKey.set(key, [...(byKey.get(key) ?? []), points]);
  });
  return [...byKey.values()].map(joined);
}

/** A key may name several columns of a matrix. */
function joined(parts: KeyPoints[]): KeyPoints {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error("a key without columns");
  if (others.length === 0) return first;
  const all = (column: "steps" | "timesMs" | "values"): number[] => parts.flatMap((part) => Array.from(part[column]));
  return { key: first.key, steps: all("steps"), timesMs: all("timesMs"), values: all("values") };
}

import type { PointColumns } from "./point-columns.ts";

/**
 * The places of a series on another metric's values: for each of its points the last value that the other has at the
 * same step. Points without one, or with one out of the range, are left out. Both ordered by (step, time).
 */
export function alignByStep(
  points: PointColumns,
  other: PointColumns,
  range: { from: number; to: number },
): { x: Float64Array; points: PointColumns } {
  const kept: number[] = [];
  const x: number[] = [];
  let at = 0;
  points.steps.forEach((step, index) => {
    while (at < other.steps.length && (other.steps[at] ?? 0) <= step) at += 1;
    const place = at > 0 && other.steps[at - 1] === step ? (other.values[at - 1] ?? Number.NaN) : Number.NaN;
    if (!Number.isFinite(place) || place < range.from || place > range.to) return;
    kept.push(index);
    x.push(place);
  });
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, (index) => column[index] ?? 0);
  return {
    x: Float64Array.from(x),
    points: { steps: pick(points.steps), timesMs: pick(points.timesMs), values: pick(points.values) },
  };
}

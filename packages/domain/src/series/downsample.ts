import type { PointColumns } from "./point-columns.ts";

export interface Buckets extends PointColumns {
  min: number[];
  max: number[];
  isRaw: boolean;
}

/**
 * Brings a series to at most `maxPoints` entries. A series that fits comes whole; otherwise it is cut into buckets
 * of equal point counts, each with its last step, time and value and its least and greatest value (NaN left out
 * unless nothing else is there), so that no spike disappears.
 */
export function downsample(points: PointColumns, maxPoints: number): Buckets {
  const count = points.steps.length;
  if (count <= maxPoints) {
    return { ...points, min: points.values, max: points.values, isRaw: true };
  }
  const buckets: Buckets = { steps: [], timesMs: [], values: [], min: [], max: [], isRaw: false };
  for (let bucket = 0; bucket < maxPoints; bucket += 1) {
    const from = Math.floor((bucket * count) / maxPoints);
    const to = Math.floor(((bucket + 1) * count) / maxPoints);
    addBucket(buckets, points, from, to);
  }
  return buckets;
}

function addBucket(buckets: Buckets, points: PointColumns, from: number, to: number): void {
  let least = Number.NaN;
  let greatest = Number.NaN;
  for (let at = from; at < to; at += 1) {
    const value = points.values[at] ?? Number.NaN;
    if (!(value >= least)) least = Number.isNaN(value) ? least : value;
    if (!(value <= greatest)) greatest = Number.isNaN(value) ? greatest : value;
  }
  const last = to - 1;
  buckets.steps.push(points.steps[last] ?? Number.NaN);
  buckets.timesMs.push(points.timesMs[last] ?? 0);
  buckets.values.push(points.values[last] ?? Number.NaN);
  buckets.min.push(least);
  buckets.max.push(greatest);
}

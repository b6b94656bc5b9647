import { type Blocks, emptyBlocks, sliceBlocks } from "./blocks.ts";

/**
 * Brings a series to at most `maxBuckets` entries of about equal point counts, so that no spike disappears: each has
 * the last step, time and value, the least and greatest value and the mean of exactly the points since the entry
 * before (NaN left out of the latter three unless nothing else is there). One that fits comes as it is.
 */
export function bucketBlocks(blocks: Blocks, maxBuckets: number): Blocks {
  const count = blocks.steps.length;
  if (count <= maxBuckets) return blocks;
  const total = blocks.counts.reduce((sum, points) => sum + points, 0);
  const buckets = emptyBlocks(maxBuckets);
  let filled = 0;
  let from = 0;
  let seen = 0;
  for (let at = 0; at < count; at += 1) {
    seen += blocks.counts[at] ?? 0;
    if (seen * maxBuckets < (filled + 1) * total && at < count - 1) continue;
    setBucket(buckets, filled, blocks, from, at);
    from = at + 1;
    // A block that spans several buckets ends the last of them.
    filled += 1;
    if (filled === maxBuckets) break;
  }
  return sliceBlocks(buckets, 0, filled);
}

function setBucket(buckets: Blocks, to: number, blocks: Blocks, from: number, last: number): void {
  const part = sliceBlocks(blocks, from, last + 1);
  const counts = sumOf(part.counts);
  const nans = sumOf(part.nans);
  buckets.steps[to] = blocks.steps[last] ?? Number.NaN;
  buckets.timesMs[to] = blocks.timesMs[last] ?? Number.NaN;
  buckets.values[to] = blocks.values[last] ?? Number.NaN;
  buckets.min[to] = furthest(part.min, (a, b) => a < b);
  buckets.max[to] = furthest(part.max, (a, b) => a > b);
  buckets.mean[to] = weightedMean(part, counts - nans);
  buckets.counts[to] = counts;
  buckets.nans[to] = nans;
}

const sumOf = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);

/** The value that goes before all others; NaN before nothing. */
function furthest(column: Float64Array, isBefore: (a: number, b: number) => boolean): number {
  let found = Number.NaN;
  for (const value of column) if (isBefore(value, found) || Number.isNaN(found)) found = value;
  return found;
}

/** Each part is divided first: the sum of large means would overflow. */
function weightedMean({ mean, counts, nans }: Blocks, total: number): number {
  if (total === 0) return Number.NaN;
  let sum = 0;
  for (let at = 0; at < mean.length; at += 1) {
    const share = (counts[at] ?? 0) - (nans[at] ?? 0);
    if (share > 0) sum += (mean[at] ?? 0) * (share / total);
  }
  return sum;
}

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
  let counts = 0;
  let nans = 0;
  let min = Number.NaN;
  let max = Number.NaN;
  for (let at = from; at <= last; at += 1) {
    counts += blocks.counts[at] ?? 0;
    nans += blocks.nans[at] ?? 0;
    const low = blocks.min[at] ?? Number.NaN;
    const high = blocks.max[at] ?? Number.NaN;
    if (low < min || Number.isNaN(min)) min = low;
    if (high > max || Number.isNaN(max)) max = high;
  }
  buckets.steps[to] = blocks.steps[last] ?? Number.NaN;
  buckets.timesMs[to] = blocks.timesMs[last] ?? Number.NaN;
  buckets.values[to] = blocks.values[last] ?? Number.NaN;
  buckets.min[to] = min;
  buckets.max[to] = max;
  buckets.mean[to] = meanOfBlocks(blocks, from, last, counts - nans);
  buckets.counts[to] = counts;
  buckets.nans[to] = nans;
}

/** Each part is divided first: the sum of large means would overflow. */
function meanOfBlocks({ mean, counts, nans }: Blocks, from: number, last: number, total: number): number {
  if (total === 0) return Number.NaN;
  let sum = 0;
  for (let at = from; at <= last; at += 1) {
    const share = (counts[at] ?? 0) - (nans[at] ?? 0);
    if (share > 0) sum += (mean[at] ?? 0) * (share / total);
  }
  return sum;
}

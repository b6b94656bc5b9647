import type { PointColumns } from "./point-columns.ts";
import { type SeriesStats, statsMean } from "./series-stats.ts";

/**
 * Consecutive stretches of a series in columns, each told by its last point, its extremes and its mean. `mean`, `min`
 * and `max` leave NaN out and are NaN when nothing else is there.
 */
export interface Blocks extends PointColumns {
  min: Float64Array;
  max: Float64Array;
  mean: Float64Array;
  /** Points in each block, and how many of them are NaN. */
  counts: Float64Array;
  nans: Float64Array;
}

const COLUMNS = ["steps", "timesMs", "values", "min", "max", "mean", "counts", "nans"] as const;

export function emptyBlocks(count: number): Blocks {
  const column = () => new Float64Array(count);
  return {
    steps: column(),
    timesMs: column(),
    values: column(),
    min: column(),
    max: column(),
    mean: column(),
    counts: column(),
    nans: column(),
  };
}

export function setBlock(blocks: Blocks, at: number, stats: SeriesStats): void {
  blocks.steps[at] = stats.lastStep;
  blocks.timesMs[at] = stats.lastTimeMs;
  blocks.values[at] = stats.last;
  blocks.min[at] = stats.min;
  blocks.max[at] = stats.max;
  blocks.mean[at] = statsMean(stats);
  blocks.counts[at] = stats.count;
  blocks.nans[at] = stats.nans;
}

/** Points as blocks of one. */
export function pointBlocks(points: PointColumns): Blocks {
  const { values } = points;
  const counts = new Float64Array(values.length).fill(1);
  const nans = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += 1) if (Number.isNaN(values[at])) nans[at] = 1;
  return { ...points, min: values, max: values, mean: values, counts, nans };
}

export function sliceBlocks(blocks: Blocks, from: number, to: number): Blocks {
  const sliced = emptyBlocks(0);
  for (const column of COLUMNS) sliced[column] = blocks[column].subarray(from, to);
  return sliced;
}

/** Puts other blocks in from `at` on. */
export function setBlocks(blocks: Blocks, at: number, others: Blocks): void {
  for (const column of COLUMNS) blocks[column].set(others[column], at);
}

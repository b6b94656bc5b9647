import { addSums, type ExactSum, meanOf, sumValues } from "./exact-sum.ts";
import type { PointColumns } from "./point-columns.ts";
import { comparePlaces, compareValues } from "./point-order.ts";

/** What an ordered series, or a part of one, comes to. Adding a later part gives what the whole comes to. */
export interface SeriesStats extends ExactSum {
  count: number;
  nans: number;
  firstStep: number;
  firstTimeMs: number;
  first: number;
  lastStep: number;
  lastTimeMs: number;
  last: number;
  /** NaN, like max, when there is nothing but NaN. */
  min: number;
  max: number;
  /** The first step that has the least value; NaN when there is nothing but NaN. */
  argmin: number;
  argmax: number;
}

/** Stats of at least one point, in order. */
export function seriesStats({ steps, timesMs, values }: PointColumns): SeriesStats {
  const end = steps.length - 1;
  return {
    ...sumValues(values),
    ...extremes(steps, values),
    count: steps.length,
    firstStep: steps[0] ?? Number.NaN,
    firstTimeMs: timesMs[0] ?? Number.NaN,
    first: values[0] ?? Number.NaN,
    lastStep: steps[end] ?? Number.NaN,
    lastTimeMs: timesMs[end] ?? Number.NaN,
    last: values[end] ?? Number.NaN,
  };
}

function extremes(
  steps: Float64Array,
  values: Float64Array,
): Pick<SeriesStats, "nans" | "min" | "max" | "argmin" | "argmax"> {
  let nans = 0;
  let least = -1;
  let most = -1;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) nans += 1;
    else {
      if (least < 0 || value < (values[least] ?? 0)) least = at;
      if (most < 0 || value > (values[most] ?? 0)) most = at;
    }
  }
  const at = (column: Float64Array, index: number): number => column[index] ?? Number.NaN;
  return { nans, min: at(values, least), max: at(values, most), argmin: at(steps, least), argmax: at(steps, most) };
}

/** Stats of two sets of points that have none in common, whichever comes first. */
export function addStats(a: SeriesStats, b: SeriesStats): SeriesStats {
  const head = isBefore(a, b, "first") ? a : b;
  const tail = isBefore(a, b, "last") ? b : a;
  const least = beats(b.min, b.argmin, a.min, a.argmin, -1) ? b : a;
  const most = beats(b.max, b.argmax, a.max, a.argmax, 1) ? b : a;
  return {
    ...addSums(a, b),
    count: a.count + b.count,
    nans: a.nans + b.nans,
    firstStep: head.firstStep,
    firstTimeMs: head.firstTimeMs,
    first: head.first,
    lastStep: tail.lastStep,
    lastTimeMs: tail.lastTimeMs,
    last: tail.last,
    min: least.min,
    argmin: least.argmin,
    max: most.max,
    argmax: most.argmax,
  };
}

export const statsMean = (stats: Pick<SeriesStats, "sum" | "rest" | "count" | "nans">): number =>
  meanOf(stats, stats.count - stats.nans);

function isBefore(a: SeriesStats, b: SeriesStats, end: "first" | "last"): boolean {
  const place = (stats: SeriesStats) => ({ step: stats[`${end}Step`], timeMs: stats[`${end}TimeMs`] });
  return (comparePlaces(place(a), place(b)) || compareValues(a[end], b[end])) <= 0;
}

/** Whether an extreme at a step goes before another: the further out, then the earlier; anything before NaN. */
function beats(value: number, step: number, other: number, otherStep: number, sign: 1 | -1): boolean {
  if (Number.isNaN(other)) return !Number.isNaN(value);
  return sign * value > sign * other || (value === other && step < otherStep);
}

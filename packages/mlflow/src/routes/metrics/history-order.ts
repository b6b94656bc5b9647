import type { PointColumns } from "@assay/domain";

/** A point's place in a history: by time, step and value. */
export interface HistoryPlace {
  timeMs: number;
  step: number;
  value: number;
}

export const placeAt = ({ steps, timesMs, values }: PointColumns, at: number): HistoryPlace => ({
  timeMs: timesMs[at] ?? 0,
  step: steps[at] ?? 0,
  value: values[at] ?? Number.NaN,
});

export const comparePlaces = (a: HistoryPlace, b: HistoryPlace): number =>
  a.timeMs - b.timeMs || a.step - b.step || byValue(a.value, b.value);

/** NaN after every number, and equal infinities equal. */
function byValue(a: number, b: number): number {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The rows of a series in a history's order. Most series are in it already, for time goes on with the steps. */
export function historyOrder(points: PointColumns): Uint32Array {
  const count = points.steps.length;
  const rows = Uint32Array.from({ length: count }, (_, at) => at);
  let isOrdered = true;
  for (let at = 1; at < count && isOrdered; at += 1) {
    isOrdered = comparePlaces(placeAt(points, at - 1), placeAt(points, at)) <= 0;
  }
  return isOrdered ? rows : rows.sort((a, b) => comparePlaces(placeAt(points, a), placeAt(points, b)));
}

/** How many of the rows are not after a place. */
export function countUpTo(points: PointColumns, rows: Uint32Array, place: HistoryPlace): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(placeAt(points, rows[middle] ?? 0), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { emptyColumns, type PointColumns, sliceColumns } from "./point-columns.ts";

/** Where a point stands in its series; equal places may hold several values. */
export interface Place {
  step: number;
  timeMs: number;
}

export const comparePlaces = (a: Place, b: Place): number => a.step - b.step || a.timeMs - b.timeMs;

export const placeAt = ({ steps, timesMs }: PointColumns, at: number): Place => ({
  step: steps[at] ?? Number.NaN,
  timeMs: timesMs[at] ?? Number.NaN,
});

/** Numbers by size, then NaN; 0 and -0 are equal. */
export function compareValues(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  if (Number.isNaN(b)) return -1;
  return a < b ? -1 : 1;
}

/** By (step, time, value); 0 for what is one and the same point. */
export function comparePoints(a: PointColumns, at: number, b: PointColumns, bt: number): number {
  return (
    (a.steps[at] ?? 0) - (b.steps[bt] ?? 0) ||
    (a.timesMs[at] ?? 0) - (b.timesMs[bt] ?? 0) ||
    compareValues(a.values[at] ?? 0, b.values[bt] ?? 0)
  );
}

/** The points in order, each once. Columns already so are answered as they are. */
export function orderPoints(points: PointColumns): PointColumns {
  const count = points.steps.length;
  let isOrdered = true;
  for (let at = 1; at < count && isOrdered; at += 1) isOrdered = comparePoints(points, at - 1, points, at) < 0;
  if (isOrdered) return points;
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort((a, b) => comparePoints(points, a, points, b));
  const ordered = emptyColumns(count);
  let kept = 0;
  for (const at of order) {
    if (kept > 0 && comparePoints(ordered, kept - 1, points, at) === 0) continue;
    setPoint(ordered, kept, points, at);
    kept += 1;
  }
  return sliceColumns(ordered, 0, kept);
}

export interface Merged {
  /** Both, in order, each point once. */
  all: PointColumns;
  /** Those of the second that the first did not have. */
  added: PointColumns;
}

/** Joins two ordered series without duplicates. */
export function mergePoints(present: PointColumns, incoming: PointColumns): Merged {
  const all = emptyColumns(present.steps.length + incoming.steps.length);
  const added = emptyColumns(incoming.steps.length);
  let kept = 0;
  let fresh = 0;
  let at = 0;
  let bt = 0;
  while (at < present.steps.length || bt < incoming.steps.length) {
    const order =
      at === present.steps.length ? 1 : bt === incoming.steps.length ? -1 : comparePoints(present, at, incoming, bt);
    if (order <= 0) {
      setPoint(all, kept, present, at);
      at += 1;
      if (order === 0) bt += 1;
    } else {
      setPoint(all, kept, incoming, bt);
      setPoint(added, fresh, incoming, bt);
      fresh += 1;
      bt += 1;
    }
    kept += 1;
  }
  return { all: sliceColumns(all, 0, kept), added: sliceColumns(added, 0, fresh) };
}

function setPoint(target: PointColumns, to: number, source: PointColumns, from: number): void {
  target.steps[to] = source.steps[from] ?? 0;
  target.timesMs[to] = source.timesMs[from] ?? 0;
  target.values[to] = source.values[from] ?? 0;
}

/** The first entry whose place is not before the given one; the count when there is none. */
export function lowerBound(points: PointColumns, place: Place): number {
  let low = 0;
  let high = points.steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(placeAt(points, middle), place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

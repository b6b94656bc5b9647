import { type PointColumns, sliceColumns } from "./point-columns.ts";
import { comparePlaces, lowerBound, type Place, placeAt } from "./point-order.ts";

/** A chunk holds no more points than this, unless more share one (step, time). */
export const CHUNK_POINTS = 4_096;

/** Where a stored chunk begins and ends. */
export interface ChunkBounds {
  first: Place;
  last: Place;
  count: number;
}

/** One rewrite: these chunks, joined with these points, make new chunks in their place. */
export interface Rewrite<Bounds extends ChunkBounds> {
  replaced: Bounds[];
  incoming: PointColumns;
}

/**
 * Says which chunks of a series new points touch. A point rewrites the chunk whose range it falls in, or the one
 * before the gap it falls in unless that is full. At the end, where points mostly arrive, new chunks are left small
 * and joined with their like, as in a log-structured tree, so that each point is rewritten a few times only; with
 * `isFinal` the small ones at the end are all joined.
 * @param bounds chunks in order, at least from the last that begins at or before the first incoming point.
 * @param incoming points in order, each once.
 */
export function planRewrites<Bounds extends ChunkBounds>(
  bounds: readonly Bounds[],
  incoming: PointColumns,
  isFinal = false,
): Rewrite<Bounds>[] {
  const rewrites: Rewrite<Bounds>[] = [];
  let from = 0;
  bounds.forEach((chunk, at) => {
    const next = bounds[at + 1];
    if (next === undefined) return;
    const to = lowerBound(incoming, next.first);
    const within = from + countUpTo(sliceColumns(incoming, from, to), chunk.last);
    addTerritory(rewrites, chunk, incoming, from, within, to);
    from = to;
  });
  addEnd(rewrites, bounds, sliceColumns(incoming, from, incoming.steps.length), isFinal);
  return rewrites;
}

/** Between two chunks: what falls into the first, and what falls into the gap behind it. */
function addTerritory<Bounds extends ChunkBounds>(
  rewrites: Rewrite<Bounds>[],
  chunk: Bounds,
  incoming: PointColumns,
  from: number,
  within: number,
  to: number,
): void {
  if (from === to) return;
  const isFull = chunk.count >= CHUNK_POINTS;
  const taken = isFull ? within : to;
  if (taken > from) rewrites.push({ replaced: [chunk], incoming: sliceColumns(incoming, from, taken) });
  if (to > taken) rewrites.push({ replaced: [], incoming: sliceColumns(incoming, taken, to) });
}

/** From the last chunk on. */
function addEnd<Bounds extends ChunkBounds>(
  rewrites: Rewrite<Bounds>[],
  bounds: readonly Bounds[],
  points: PointColumns,
  isFinal: boolean,
): void {
  const last = bounds.at(-1);
  const inside = last === undefined ? 0 : countUpTo(points, last.last);
  const replaced: Bounds[] = [];
  let count = points.steps.length;
  const isTouched = (chunk: Bounds) => rewrites.some((rewrite) => rewrite.replaced.includes(chunk));
  for (let at = bounds.length - 1; at >= 0; at -= 1) {
    const chunk = bounds[at];
    if (chunk === undefined || isTouched(chunk)) break;
    const mustJoin = replaced.length === 0 && inside > 0;
    const isLike = chunk.count < CHUNK_POINTS && (isFinal || chunk.count <= 2 * count);
    if (!mustJoin && !isLike) break;
    replaced.unshift(chunk);
    count += chunk.count;
  }
  if (points.steps.length > 0 || replaced.length > 1) rewrites.push({ replaced, incoming: points });
}

/** How many of the points are not after a place. */
function countUpTo(points: PointColumns, place: Place): number {
  const count = points.steps.length;
  let upTo = lowerBound(points, place);
  while (upTo < count && comparePlaces(placeAt(points, upTo), place) === 0) upTo += 1;
  return upTo;
}

/**
 * Cuts ordered points into chunks, never between two with the same (step, time). The end of a series is filled up,
 * for more will follow; in the middle the parts are even, so that the next late point finds room.
 */
export function cutChunks(points: PointColumns, isEnd: boolean): PointColumns[] {
  const count = points.steps.length;
  const size = isEnd ? CHUNK_POINTS : Math.ceil(count / Math.ceil(count / CHUNK_POINTS));
  const chunks: PointColumns[] = [];
  let from = 0;
  while (from < count) {
    let to = Math.min(from + size, count);
    while (to < count && comparePlaces(placeAt(points, to - 1), placeAt(points, to)) === 0) to += 1;
    chunks.push(sliceColumns(points, from, to));
    from = to;
  }
  return chunks;
}

import { comparePlaces, comparePoints, type PointColumns } from "@assay/domain";
import { chunkChecksum, decodeChunk, encodeChunk } from "@assay/domain/codec";
import type { StoredChunkRow } from "../sql/check/read-stored.ts";
import { isSame } from "./same-number.ts";

/** What is wrong with a chunk by itself, and its points where they can be read. */
export function checkChunk(row: StoredChunkRow): { faults: string[]; points: PointColumns | null } {
  const bytes = { steps: row.steps, timesMs: row.times_ms, values: row.values, pyramid: row.pyramid };
  const faults: string[] = [];
  if (chunkChecksum(bytes) !== row.checksum) faults.push("the bytes do not fit the checksum");
  if (row.count < 1) return { faults: [...faults, `count is ${row.count}`], points: null };
  try {
    const points = decodeChunk(bytes, row.count);
    return { faults: [...faults, ...checkOrder(points), ...checkColumns(row, points)], points };
  } catch (error) {
    return {
      faults: [...faults, `cannot be decoded: ${error instanceof Error ? error.message : error}`],
      points: null,
    };
  }
}

function checkOrder(points: PointColumns): string[] {
  for (let at = 1; at < points.steps.length; at += 1) {
    // Written so that a NaN among steps or times is a fault, too.
    if (!(comparePoints(points, at - 1, points, at) < 0)) return [`point ${at} is not after the one before it`];
  }
  return [];
}

/** Everything that is kept beside the points, against the same computed anew. */
function checkColumns(row: StoredChunkRow, points: PointColumns): string[] {
  const { stats, minTimeMs, maxTimeMs, pyramid } = encodeChunk(points);
  const pairs: Record<string, [stored: number, computed: number]> = {
    first_step: [row.first_step, stats.firstStep],
    first_time_ms: [Number(row.first_time_ms), stats.firstTimeMs],
    last_step: [row.last_step, stats.lastStep],
    last_time_ms: [Number(row.last_time_ms), stats.lastTimeMs],
    min_time_ms: [Number(row.min_time_ms), minTimeMs],
    max_time_ms: [Number(row.max_time_ms), maxTimeMs],
    nans: [row.nans, stats.nans],
    first: [row.first, stats.first],
    last: [row.last, stats.last],
    min: [row.min, stats.min],
    max: [row.max, stats.max],
    argmin: [row.argmin, stats.argmin],
    argmax: [row.argmax, stats.argmax],
    sum: [row.sum, stats.sum],
    sum_rest: [row.sum_rest, stats.rest],
  };
  const faults = Object.entries(pairs)
    .filter(([, [stored, computed]]) => !isSame(stored, computed))
    .map(([column, [stored, computed]]) => `${column} is ${stored} and the points say ${computed}`);
  return isSameBytes(row.pyramid, pyramid) ? faults : [...faults, "the pyramid is not that of the points"];
}

function isSameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

/** Whether a chunk begins after the one before it has ended; one place is never in two. */
export function isAfter(row: StoredChunkRow, before: StoredChunkRow): boolean {
  const place = (step: number, time: bigint) => ({ step, timeMs: Number(time) });
  const begin = place(row.first_step, row.first_time_ms);
  return comparePlaces(begin, place(before.last_step, before.last_time_ms)) > 0;
}

import { emptyColumns, type PointColumns } from "../series/point-columns.ts";
import { type SeriesStats, seriesStats } from "../series/series-stats.ts";
import { readAxis, writeAxis } from "./axis-codec.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { checksum } from "./checksum.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { encodePyramid } from "./pyramid.ts";
import { readValues, writeValues } from "./value-codec.ts";

/** The packed columns of a chunk, each with a version byte of its own. */
export interface ChunkBytes {
  steps: Uint8Array;
  timesMs: Uint8Array;
  values: Uint8Array;
  pyramid: Uint8Array | null;
}

/** A stretch of an ordered series as it is stored. */
export interface Chunk extends ChunkBytes {
  stats: SeriesStats;
  /** Steps are in order and times mostly: where they are not, the bounds say what a range of time must look at. */
  minTimeMs: number;
  maxTimeMs: number;
  checksum: number;
}

const VERSION = 1;

/** Packs at least one point, in order. */
export function encodeChunk(points: PointColumns): Chunk {
  const bytes = {
    steps: pack((writer) => writeAxis(writer, points.steps)),
    timesMs: pack((writer) => writeAxis(writer, points.timesMs)),
    values: pack((writer) => writeValues(writer, points.values)),
    pyramid: encodePyramid(points),
  };
  let minTimeMs = Number.POSITIVE_INFINITY;
  let maxTimeMs = Number.NEGATIVE_INFINITY;
  for (const timeMs of points.timesMs) {
    if (timeMs < minTimeMs) minTimeMs = timeMs;
    if (timeMs > maxTimeMs) maxTimeMs = timeMs;
  }
  return { ...bytes, stats: seriesStats(points), minTimeMs, maxTimeMs, checksum: chunkChecksum(bytes) };
}

/** Unpacks the points of a chunk. */
export function decodeChunk(bytes: Omit<ChunkBytes, "pyramid">, count: number): PointColumns {
  const points = emptyColumns(count);
  decodeChunkInto(points, 0, bytes, count);
  return points;
}

/** Unpacks the points of a chunk into columns from `offset` on. */
export function decodeChunkInto(
  points: PointColumns,
  offset: number,
  bytes: Omit<ChunkBytes, "pyramid">,
  count: number,
): void {
  readAxis(unpack(bytes.steps), points.steps, offset, count);
  readAxis(unpack(bytes.timesMs), points.timesMs, offset, count);
  readValues(unpack(bytes.values), points.values, offset, count);
}

/** What a chunk's checksum column must say. */
export const chunkChecksum = ({ steps, timesMs, values, pyramid }: ChunkBytes): number =>
  checksum(steps, timesMs, values, ...(pyramid === null ? [] : [pyramid]));

function pack(write: (writer: ByteWriter) => void): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.u8(VERSION);
  write(writer);
  return writer.finish();
}

function unpack(bytes: Uint8Array): ByteReader {
  const reader = new ByteReader(bytes);
  if (reader.u8() !== VERSION) throw new CorruptDataError("unknown version of a chunk");
  return reader;
}

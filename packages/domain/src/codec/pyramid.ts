import { type Blocks, emptyBlocks, setBlock } from "../series/blocks.ts";
import { type PointColumns, sliceColumns } from "../series/point-columns.ts";
import { seriesStats } from "../series/series-stats.ts";
import { readAxis, writeAxis } from "./axis-codec.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { readValues, writeValues } from "./value-codec.ts";

/** So many points make one block of the pyramid. */
export const BLOCK_POINTS = 64;

const VERSION = 1;

/** The pyramid of an ordered chunk: one block for every 64 points. Null below 64, where the chunk's own stats do. */
export function encodePyramid(points: PointColumns): Uint8Array<ArrayBuffer> | null {
  const count = points.steps.length;
  if (count < BLOCK_POINTS) return null;
  const blocks = emptyBlocks(pyramidBlocks(count));
  for (let at = 0; at < blocks.steps.length; at += 1) {
    setBlock(blocks, at, seriesStats(sliceColumns(points, at * BLOCK_POINTS, (at + 1) * BLOCK_POINTS)));
  }
  const writer = new ByteWriter(2_048);
  writer.u8(VERSION);
  writeAxis(writer, blocks.steps);
  writeAxis(writer, blocks.timesMs);
  for (const column of valueColumns(blocks)) writeValues(writer, column);
  return writer.finish();
}

/** How many blocks the pyramid of a chunk of so many points has. */
export const pyramidBlocks = (pointCount: number): number => Math.ceil(pointCount / BLOCK_POINTS);

/** Reads the pyramid of a chunk of so many points into `blocks` from `offset` on. */
export function decodePyramidInto(blocks: Blocks, offset: number, bytes: Uint8Array, pointCount: number): void {
  const count = pyramidBlocks(pointCount);
  const end = offset + count;
  const reader = new ByteReader(bytes);
  if (reader.u8() !== VERSION) throw new CorruptDataError("unknown version of a pyramid");
  readAxis(reader, blocks.steps, offset, count);
  readAxis(reader, blocks.timesMs, offset, count);
  for (const column of valueColumns(blocks)) readValues(reader, column, offset, count);
  blocks.counts.fill(BLOCK_POINTS, offset, end);
  blocks.counts[end - 1] = pointCount - (count - 1) * BLOCK_POINTS;
}

const valueColumns = (blocks: Blocks): Float64Array[] => [
  blocks.values,
  blocks.min,
  blocks.max,
  blocks.mean,
  blocks.nans,
];

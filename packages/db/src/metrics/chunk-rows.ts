import type { ChunkBounds, PointColumns } from "@assay/domain";
import { type Chunk, CorruptDataError, chunkChecksum, decodeChunk } from "@assay/domain/codec";
import { byteaArray } from "../bytea-array.ts";
import { arrayLiteral } from "../convert.ts";
import type { ChunkBoundsRow } from "../sql/metrics/chunk-bounds.ts";
import type { PackedChunkRow } from "../sql/metrics/rewrite-chunks.ts";

export interface KeyChunk {
  keyId: number;
  chunk: Chunk;
}

export const toBounds = (row: ChunkBoundsRow): ChunkBounds => ({
  first: { step: row.first_step, timeMs: Number(row.first_time_ms) },
  last: { step: row.last_step, timeMs: Number(row.last_time_ms) },
  count: row.count,
});

/** @throws CorruptDataError for a chunk that is not what was written: rewritten, its damage could not be seen any more. */
export function unpackChunk({
  steps,
  times_ms: timesMs,
  values,
  pyramid,
  checksum,
  count,
}: PackedChunkRow): PointColumns {
  if (chunkChecksum({ steps, timesMs, values, pyramid }) !== checksum) {
    throw new CorruptDataError("a chunk does not fit its checksum");
  }
  return decodeChunk({ steps, timesMs, values }, count);
}

/** What a chunk's packed columns and pyramid take up. */
export const chunkBytes = ({ steps, timesMs, values, pyramid }: Chunk): number =>
  steps.length + timesMs.length + values.length + (pyramid?.length ?? 0);

/** The same of a stored one. */
export const packedBytes = (row: PackedChunkRow): number =>
  row.steps.length + row.times_ms.length + row.values.length + (row.pyramid?.length ?? 0);

/** The parameters of insertChunks after the run. */
export function chunkParameters(chunks: readonly KeyChunk[]): unknown[] {
  const numbers = (pick: (chunk: Chunk) => number): string => arrayLiteral(chunks.map(({ chunk }) => pick(chunk)));
  const bytes = (pick: (chunk: Chunk) => Uint8Array | null): Buffer =>
    byteaArray(chunks.map(({ chunk }) => pick(chunk)));
  return [
    arrayLiteral(chunks.map(({ keyId }) => keyId)),
    numbers(({ stats }) => stats.firstStep),
    numbers(({ stats }) => stats.firstTimeMs),
    numbers(({ stats }) => stats.lastStep),
    numbers(({ stats }) => stats.lastTimeMs),
    numbers(({ minTimeMs }) => minTimeMs),
    numbers(({ maxTimeMs }) => maxTimeMs),
    numbers(({ stats }) => stats.count),
    numbers(({ stats }) => stats.nans),
    numbers(({ stats }) => stats.first),
    numbers(({ stats }) => stats.last),
    numbers(({ stats }) => stats.min),
    numbers(({ stats }) => stats.max),
    numbers(({ stats }) => stats.argmin),
    numbers(({ stats }) => stats.argmax),
    numbers(({ stats }) => stats.sum),
    numbers(({ stats }) => stats.rest),
    numbers((chunk) => chunk.checksum),
    bytes(({ pyramid }) => pyramid),
    bytes(({ steps }) => steps),
    bytes(({ timesMs }) => timesMs),
    bytes(({ values }) => values),
  ];
}

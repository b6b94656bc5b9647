import type { SeriesStats } from "../series/series-stats.ts";
import { readAxis, writeAxis } from "./axis-codec.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { readValues, writeValues } from "./value-codec.ts";

/** The numbers of a series' stats, each a packed column of a run's summary. */
export const STATS_COLUMNS = [
  "count",
  "nans",
  "firstStep",
  "firstTimeMs",
  "first",
  "lastStep",
  "lastTimeMs",
  "last",
  "min",
  "max",
  "argmin",
  "argmax",
  "sum",
  "rest",
] as const satisfies readonly (keyof SeriesStats)[];
export type StatsColumn = (typeof STATS_COLUMNS)[number];

const VERSION = 1;

/** Packs one number of every key of a run; the keys' ids go the same way by `packKeyIds`. Either knows where it ends. */
export function packStatsColumn(stats: readonly SeriesStats[], column: StatsColumn): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(stats.length * 8 + 16);
  writer.u8(VERSION);
  writeValues(
    writer,
    stats.map((one) => one[column]),
  );
  return writer.finish();
}

export function packKeyIds(keyIds: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(keyIds.length * 2 + 16);
  writer.u8(VERSION);
  writeAxis(writer, keyIds);
  return writer.finish();
}

/** What is packed of a run's keys: their ids, and of each column asked for one number a key. */
export interface UnpackedSummary {
  keyIds: Float64Array;
  columns: Float64Array[];
}

/**
 * Reads packed key ids and as many packed columns as were asked for, one behind the other as the database joins them.
 * Throws CorruptDataError when the bytes are not exactly those.
 */
export function unpackSummary(bytes: Uint8Array, keyCount: number, columnCount: number): UnpackedSummary {
  const reader = new ByteReader(bytes);
  const keyIds = new Float64Array(keyCount);
  open(reader);
  readAxis(reader, keyIds, 0, keyCount);
  const columns: Float64Array[] = [];
  for (let at = 0; at < columnCount; at += 1) {
    const values = new Float64Array(keyCount);
    open(reader);
    readValues(reader, values, 0, keyCount);
    columns.push(values);
  }
  if (reader.remaining > 0) throw new CorruptDataError("a run's summary goes on behind its end");
  return { keyIds, columns };
}

function open(reader: ByteReader): void {
  if (reader.u8() !== VERSION) throw new CorruptDataError("unknown version of a run's summary");
}

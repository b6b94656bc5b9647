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

/** Packs one number of every key of a run; the keys' ids go the same way by `packKeyIds`. */
export function packStatsColumn(stats: readonly SeriesStats[], column: StatsColumn): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(stats.length * 8 + 16);
  writer.u8(VERSION);
  writeValues(
    writer,
    stats.map((one) => one[column]),
  );
  return writer.finish();
}

export function unpackStatsColumn(bytes: Uint8Array, count: number): Float64Array {
  const values = new Float64Array(count);
  readValues(open(bytes), values, 0, count);
  return values;
}

export function packKeyIds(keyIds: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(keyIds.length * 2 + 16);
  writer.u8(VERSION);
  writeAxis(writer, keyIds);
  return writer.finish();
}

export function unpackKeyIds(bytes: Uint8Array, count: number): Float64Array {
  const keyIds = new Float64Array(count);
  readAxis(open(bytes), keyIds, 0, count);
  return keyIds;
}

function open(bytes: Uint8Array): ByteReader {
  const reader = new ByteReader(bytes);
  if (reader.u8() !== VERSION) throw new CorruptDataError("unknown version of a run's summary");
  return reader;
}

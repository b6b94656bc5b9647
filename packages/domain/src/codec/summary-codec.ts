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

/** What is packed of runs' keys, run after run: the keys' ids, and of each column asked for one number a key. */
export interface UnpackedSummaries {
  keyIds: Float64Array;
  columns: Float64Array[];
}

/**
 * Reads the packed key ids of a run and as many packed columns as were asked for, one behind the other as the database
 * joins them, and so on for each run: so many keys and bytes it has. The numbers of all runs lie in the same arrays,
 * since to make arrays for each takes longer than to read what goes into them. Throws CorruptDataError when a run's bytes
 * are not exactly those.
 */
export function unpackSummaries(
  bytes: Uint8Array,
  keyCounts: readonly number[],
  byteCounts: readonly number[],
  columnCount: number,
): UnpackedSummaries {
  const reader = new ByteReader(bytes);
  const length = keyCounts.reduce((sum, count) => sum + count, 0);
  const keyIds = new Float64Array(length);
  const columns = Array.from({ length: columnCount }, () => new Float64Array(length));
  let from = 0;
  let end = 0;
  keyCounts.forEach((count, run) => {
    open(reader);
    readAxis(reader, keyIds, from, count);
    for (const column of columns) {
      open(reader);
      readValues(reader, column, from, count);
    }
    from += count;
    end += byteCounts[run] ?? Number.NaN;
    if (reader.position !== end) throw new CorruptDataError("a run's summary does not end where it should");
  });
  if (reader.remaining > 0) throw new CorruptDataError("the runs' summaries go on behind their end");
  return { keyIds, columns };
}

function open(reader: ByteReader): void {
  if (reader.u8() !== VERSION) throw new CorruptDataError("unknown version of a run's summary");
}

import { STATS_COLUMNS, type StatsColumn } from "@assay/domain/codec";
import type { Statement } from "../../store.ts";
import { hotFrames } from "./hot-tables.ts";

/** The column of run_summary that keeps each number of a series' stats. */
const SUMMARY_COLUMNS = {
  count: "count",
  nans: "nans",
  firstStep: "first_step",
  firstTimeMs: "first_time_ms",
  first: "first",
  lastStep: "last_step",
  lastTimeMs: "last_time_ms",
  last: "last",
  min: "min",
  max: "max",
  argmin: "argmin",
  argmax: "argmax",
  sum: "sum",
  rest: "sum_rest",
} as const satisfies Record<StatsColumn, string>;

const ALL = Object.values(SUMMARY_COLUMNS);

export interface RunSummaryRow {
  metric_count: number;
  /** The keys' ids and each column asked for, one behind the other: a value to read costs more than its bytes. */
  packed: Uint8Array;
}

/** Whose summaries may come in one row: runs may have many thousands of series. */
export const RUNS_AT_ONCE = 250;

/** What the last point of a series is kept in. */
export const LAST_COLUMNS = ["last", "lastStep", "lastTimeMs"] as const satisfies readonly StatsColumn[];

/** The summaries of all runs, one behind the other, and in the same order the runs and how many keys and bytes each has. */
export interface SummariesRow {
  /** With commas in between, as are the numbers; nulls where no run has a summary. */
  runs: string | null;
  metric_counts: string | null;
  lengths: string | null;
  bytes: Uint8Array | null;
}

/** Or a frame that is not compacted yet, and its run. */
export type SummariesOrFrameRow =
  | ({ is_frame: false } & SummariesRow)
  | { is_frame: true; runs: string; bytes: Uint8Array };

const packed = (columns: readonly string[]): string => ["key_ids", ...columns].join(" || ");

/** A run's summary with all columns. Parameters: run uuid. */
export const readRunSummary: Statement = {
  name: "metrics_read_run_summary_v4",
  text: `SELECT metric_count, ${packed(ALL)} AS packed FROM run_summary WHERE run_id = $1::uuid`,
};

/**
 * Columns of the packed summaries of runs, and their frames that are not yet compacted, in one snapshot. The summaries
 * come in one row, since a row costs whoever reads it more than a summary does. Parameters: uuid[], most frames. Plan:
 * primary key of run_summary and the indexes of the hot tables, each once; a plan that was made while those were empty
 * reads them whole, which their turns keep small.
 */
export function readSummaries(columns: readonly StatsColumn[]): Statement {
  const isWhole = columns.length === STATS_COLUMNS.length;
  return {
    name: `metrics_read_summaries_v6_${isWhole ? "all" : columns.map((column) => SUMMARY_COLUMNS[column]).join("_")}`,
    text: `
      SELECT false AS is_frame, s.* FROM (${summariesSql(columns, "$1::uuid[]")}) s
      UNION ALL
      (SELECT true, frame, run_id::text, NULL, NULL
       FROM (${hotFrames("run_id, frame", "run_id = ANY($1::uuid[])")}) f LIMIT $2::int)`,
  };
}

/** Columns of the packed summaries of an array of runs, of no more than RUNS_AT_ONCE. Plan: primary key of run_summary. */
export function summariesSql(columns: readonly StatsColumn[], runIds: string): string {
  return `
    SELECT string_agg(packed, '') AS bytes, string_agg(run_id::text, ',') AS runs,
      string_agg(metric_count::text, ',') AS metric_counts, string_agg(octet_length(packed)::text, ',') AS lengths
    FROM (SELECT run_id, metric_count, ${packed(columns.map((column) => SUMMARY_COLUMNS[column]))} AS packed
          FROM run_summary WHERE run_id = ANY(${runIds})) s`;
}

/**
 * Writes a run's packed summary. Parameters: run uuid, metric count, points, key ids, then a bytea for each column,
 * and by how many bytes its chunks grew.
 */
export const writeRunSummary: Statement = {
  name: "metrics_write_run_summary_v2",
  text: `
    INSERT INTO run_summary (run_id, metric_count, point_count, updated_at, key_ids, ${ALL.join(", ")}, chunk_bytes)
    VALUES ($1::uuid, $2::int, $3::int8, now(), $4::bytea, ${ALL.map((_, at) => `$${at + 5}::bytea`).join(", ")},
      $${ALL.length + 5}::int8)
    ON CONFLICT (run_id) DO UPDATE SET metric_count = excluded.metric_count, point_count = excluded.point_count,
      updated_at = excluded.updated_at, key_ids = excluded.key_ids,
      chunk_bytes = run_summary.chunk_bytes + excluded.chunk_bytes,
      ${ALL.map((column) => `${column} = excluded.${column}`).join(", ")}`,
};

/** Notes by how many bytes a run's chunks grew. Parameters: run uuid, bytes. */
export const addChunkBytes: Statement = {
  name: "metrics_add_chunk_bytes_v1",
  text: "UPDATE run_summary SET chunk_bytes = chunk_bytes + $2::int8 WHERE run_id = $1::uuid",
};

/**
 * Writes what series of a run come to, for filters and orders; NaN becomes null.
 * Parameters: run uuid, int[] key, float8[] last, first, min, max, mean, int8[] count, float8[] argmin, argmax, int8[] nans.
 */
export const upsertSummaries: Statement = {
  name: "metrics_upsert_summaries_v1",
  text: `
    INSERT INTO metric_summary (run_id, key_id, last, first, min, max, mean, count, argmin, argmax, nans)
    SELECT $1::uuid, s.key_id, nullif(s.last, 'NaN'), nullif(s.first, 'NaN'), nullif(s.min, 'NaN'),
      nullif(s.max, 'NaN'), nullif(s.mean, 'NaN'), s.count, nullif(s.argmin, 'NaN'), nullif(s.argmax, 'NaN'), s.nans
    FROM unnest($2::int[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::int8[],
      $9::float8[], $10::float8[], $11::int8[]) AS s(key_id, last, first, min, max, mean, count, argmin, argmax, nans)
    ON CONFLICT (run_id, key_id) DO UPDATE SET last = excluded.last, first = excluded.first, min = excluded.min,
      max = excluded.max, mean = excluded.mean, count = excluded.count, argmin = excluded.argmin,
      argmax = excluded.argmax, nans = excluded.nans`,
};

import type { Statement } from "../../store.ts";
import { hotFrames } from "../metrics/hot-tables.ts";

/** A chunk as it is stored, every column of it. */
export interface StoredChunkRow {
  key_id: number;
  first_step: number;
  first_time_ms: bigint;
  last_step: number;
  last_time_ms: bigint;
  min_time_ms: bigint;
  max_time_ms: bigint;
  count: number;
  nans: number;
  first: number;
  last: number;
  min: number;
  max: number;
  argmin: number;
  argmax: number;
  sum: number;
  sum_rest: number;
  checksum: number;
  pyramid: Uint8Array | null;
  steps: Uint8Array;
  times_ms: Uint8Array;
  values: Uint8Array;
}

export interface StoredFrameRow {
  key_lo: number;
  key_hi: number;
  min_step: number;
  max_step: number;
  point_count: number;
  frame: Uint8Array;
}

export interface StoredSummaryRow {
  key_id: number;
  last: number | null;
  first: number | null;
  min: number | null;
  max: number | null;
  mean: number | null;
  count: bigint;
  argmin: number | null;
  argmax: number | null;
  nans: bigint;
}

/** Opens a cursor over the chunks of a run in order, so that memory holds a few of them. Plan: primary key. */
export const openChunks = (runId: string): Statement => ({
  name: null,
  text: `
    DECLARE check_chunks NO SCROLL CURSOR FOR
    SELECT key_id, first_step, first_time_ms, last_step, last_time_ms, min_time_ms, max_time_ms, count, nans, first,
      last, min, max, argmin, argmax, sum, sum_rest, checksum, pyramid, steps, times_ms, "values"
    FROM metric_chunk WHERE run_id = '${requireHex(runId)}'::uuid ORDER BY key_id, first_step, first_time_ms`,
});

/** The same over its frames. Plan: indexes on run_id. */
export const openFrames = (runId: string): Statement => ({
  name: null,
  text: `
    DECLARE check_frames NO SCROLL CURSOR FOR
    ${hotFrames("key_lo, key_hi, min_step, max_step, point_count, frame", `run_id = '${requireHex(runId)}'::uuid`)}`,
});

export const fetchNext = (cursor: "check_chunks" | "check_frames", rows: number): Statement => ({
  name: null,
  text: `FETCH ${rows} FROM ${cursor}`,
});

export interface StoredTotalsRow {
  point_count: bigint;
  chunk_bytes: bigint;
}

/** A run's rows of metric_summary. Parameters: run uuid. */
export const readStoredSummaries: Statement = {
  name: "check_read_summaries_v1",
  text: `
    SELECT key_id, last, first, min, max, mean, count, argmin, argmax, nans FROM metric_summary
    WHERE run_id = $1::uuid ORDER BY key_id`,
};

/** What a run's summary says of all its series together. Parameters: run uuid. */
export const readStoredTotals: Statement = {
  name: "check_read_totals_v1",
  text: "SELECT point_count, chunk_bytes FROM run_summary WHERE run_id = $1::uuid",
};

/** Names of the keys of a run's project. Parameters: run uuid, int[]. */
export const readRunKeyNames: Statement = {
  name: "check_read_key_names_v1",
  text: `
    SELECT k.id, k.name FROM run r JOIN metric_key k ON k.project_id = r.project_id
    WHERE r.id = $1::uuid AND k.id = ANY($2::int[])`,
};

/** A cursor takes no parameters. */
function requireHex(runId: string): string {
  if (!/^[0-9a-f-]{32,36}$/.test(runId)) throw new Error(`${runId} is no run id`);
  return runId;
}

import type { Statement } from "../../store.ts";
import { HOT_SLOTS, hotTable } from "../metrics/hot-tables.ts";

export interface PurgedRow {
  rows: bigint;
}

/** Rows with points of a deleted run; each is a bounded part of all of them. */
const PARTS = [...HOT_SLOTS.map(hotTable), "metric_point", "log_chunk", "metric_chunk"];

/**
 * Clears away a part of what a deleted run logged and answers how many rows that was; zero when nothing is left.
 * Its summaries go with the first part: a compaction that still settles the run then finds no series of it.
 * Parameters: run uuid, most rows of each table. Plan: an index on run_id each, then TID scans.
 */
export const purgeRun: Statement = {
  name: "deletion_purge_run_v1",
  text: `
    WITH summary AS (DELETE FROM metric_summary WHERE run_id = $1::uuid RETURNING 1),
    packed AS (DELETE FROM run_summary WHERE run_id = $1::uuid RETURNING 1),
    writer AS (DELETE FROM ingest_writer WHERE run_id = $1::uuid RETURNING 1),
    log_writers AS (DELETE FROM log_writer WHERE run_id = $1::uuid RETURNING 1),
    ${PARTS.map(
      (table) => `part_${table} AS (
      DELETE FROM ${table}
      WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE run_id = $1::uuid LIMIT $2::int)) RETURNING 1)`,
    ).join(", ")}
    SELECT ${["summary", "packed", "writer", "log_writers", ...PARTS.map((table) => `part_${table}`)]
      .map((name) => `(SELECT count(*) FROM ${name})`)
      .join(" + ")} AS rows`,
};

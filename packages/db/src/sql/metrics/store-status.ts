import type { Statement } from "../../store.ts";
import { HOT_SLOTS, hotFrames, hotTable } from "./hot-tables.ts";

const HOT_BYTES = HOT_SLOTS.map((slot) => `pg_total_relation_size('${hotTable(slot)}')`).join(" + ");

export interface HotStatusRow {
  frames: bigint;
  points: bigint;
  runs: bigint;
  size_bytes: bigint;
  lag_ms: number;
}

/** What waits to be compacted. Plan: one pass over both tables, as the compactor makes twice a second. */
export const readHotStatus: Statement = {
  name: "metrics_read_hot_status_v1",
  text: `
    SELECT count(*) AS frames, coalesce(sum(point_count), 0)::int8 AS points, count(DISTINCT run_id) AS runs,
      ${HOT_BYTES} AS size_bytes,
      coalesce(greatest(extract(epoch FROM clock_timestamp() - min(received_at)) * 1000, 0), 0)::float8 AS lag_ms
    FROM (${hotFrames("run_id, point_count, received_at", "true")}) h`,
};

export interface ChunkStatusRow {
  is_estimate: boolean;
  chunks: number;
  points: number;
  heap_bytes: bigint;
  toast_bytes: bigint;
  index_bytes: bigint;
  summary_bytes: bigint;
}

/** Pages of the table that are looked at; all of them while there are no more. */
const SAMPLED_PAGES = 1_000;

/**
 * How large chunks are. Rows are counted on a sample of pages, always the same ones so that the figure stands still,
 * and scaled up; bytes are sizes of files. Plan: sample scan of at most some thousand pages, whatever the table holds.
 */
export const readChunkStatus: Statement = {
  name: "metrics_read_chunk_status_v1",
  text: `
    WITH size AS MATERIALIZED (
      SELECT pg_relation_size('metric_chunk') AS heap_bytes, pg_table_size('metric_chunk') AS table_bytes,
        pg_indexes_size('metric_chunk') AS index_bytes,
        pg_total_relation_size('metric_summary') + pg_total_relation_size('run_summary') AS summary_bytes,
        pg_relation_size('metric_chunk') / current_setting('block_size')::int8 AS pages
    ), sample AS MATERIALIZED (
      SELECT count(*)::float8 AS chunks, coalesce(sum(count), 0)::float8 AS points,
        count(DISTINCT (ctid::text::point)[0])::float8 AS pages
      FROM metric_chunk TABLESAMPLE SYSTEM (least(100, 100.0 * ${SAMPLED_PAGES}
        / greatest(1, pg_relation_size('metric_chunk') / current_setting('block_size')::int8))) REPEATABLE (0)
    ), scale AS (
      SELECT CASE WHEN size.pages <= ${SAMPLED_PAGES} OR sample.pages = 0 THEN 1 ELSE size.pages / sample.pages END AS by
      FROM size, sample
    )
    SELECT size.pages > ${SAMPLED_PAGES} AS is_estimate, round(sample.chunks * scale.by) AS chunks,
      round(sample.points * scale.by) AS points, size.heap_bytes, size.table_bytes - size.heap_bytes AS toast_bytes,
      size.index_bytes, size.summary_bytes
    FROM size, sample, scale`,
};

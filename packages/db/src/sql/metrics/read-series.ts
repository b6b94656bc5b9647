import type { Columns, CopiedRow } from "../../copy/copy-format.ts";
import type { Statement } from "../../store.ts";
import { hotFrames } from "./hot-tables.ts";

/** Points of a run up to step `upto` count; a fork's ancestors are cut there. */
export const SERIES_COLUMNS = {
  run_id: "uuid",
  key_id: "int4",
  upto: "float8",
  first_step: "float8",
  first_time_ms: "int8",
  last_step: "float8",
  last_time_ms: "int8",
  count: "int4",
  nans: "int4",
  last: "float8",
  min: "float8",
  max: "float8",
  sum: "float8",
  sum_rest: "float8",
  pyramid: "bytea",
  steps: "bytea",
  times_ms: "bytea",
  values: "bytea",
  frame: "bytea",
} as const satisfies Columns;

/** A chunk, or with `frame` a frame that is not compacted yet. */
export type SeriesRow = CopiedRow<typeof SERIES_COLUMNS>;

/**
 * What the series of many runs and keys consist of, in one statement and so in one snapshot: a point that is being
 * compacted is in a frame or in a chunk and never in both or neither. A fork reads its ancestors up to each fork step.
 * Chunks come with their points where a series is short, where the asked range or a fork cuts them, and from the first
 * step on that a frame holds, for frames may repeat or lie between what is in chunks; all others with their pyramid.
 * Parameters: uuid[] runs, int[] keys, float8 from and to step, float8[] from and to time of each run, int most points of a series
 * that comes point by point, int most chunks of a series whose pyramids come. Plan: nested loops over the primary key
 * of metric_chunk and the hot indexes; OFFSET 0 keeps it so on tables that were never analysed. Read by COPY.
 */
export const readSeries: Statement = {
  name: null,
  text: `
    WITH RECURSIVE chain AS (
      SELECT r.id AS reader, r.id AS source, r.forked_from_run_id AS next, r.fork_step, 'Infinity'::float8 AS upto,
        asked.from_time, asked.to_time
      FROM unnest($1::uuid[], $5::float8[], $6::float8[]) AS asked(run_id, from_time, to_time)
      JOIN run r ON r.id = asked.run_id
      UNION ALL
      SELECT c.reader, r.id, r.forked_from_run_id, r.fork_step, least(c.upto, c.fork_step), c.from_time, c.to_time
      FROM chain c JOIN run r ON r.id = c.next
    ) CYCLE source SET is_cycle USING path,
    source AS MATERIALIZED (
      SELECT reader, source, least(upto, $4::float8) AS upto, fork_step, from_time, to_time FROM chain WHERE NOT is_cycle
    ),
    hot AS MATERIALIZED (
      SELECT s.reader, s.upto, h.min_step, h.frame FROM source s CROSS JOIN LATERAL (
        ${hotFrames("min_step, max_step, frame", "run_id = s.source AND key_lo <= (SELECT max(k) FROM unnest($2::int[]) k) AND key_hi >= (SELECT min(k) FROM unnest($2::int[]) k)")}
      ) h
      WHERE h.min_step <= s.upto AND h.max_step >= $3::float8
    ),
    part AS MATERIALIZED (
      SELECT s.reader, s.upto, s.fork_step, s.from_time, s.to_time, c.*,
        sum(c.count) OVER series AS total, count(*) OVER series AS chunks
      FROM source s CROSS JOIN LATERAL (
        SELECT c.key_id, c.first_step, c.first_time_ms, c.last_step, c.last_time_ms, c.min_time_ms, c.max_time_ms,
          c.count, c.nans, c.last, c.min, c.max, c.sum, c.sum_rest, c.pyramid, c.steps, c.times_ms, c."values"
        FROM metric_chunk c
        WHERE c.run_id = s.source AND c.key_id = ANY($2::int[]) AND c.first_step <= s.upto
          AND c.last_step >= $3::float8 AND c.max_time_ms >= s.from_time AND c.min_time_ms <= s.to_time
        OFFSET 0
      ) c
      WINDOW series AS (PARTITION BY s.reader, c.key_id)
    ),
    mixed AS (
      SELECT reader, min(step) AS from_step FROM (
        SELECT reader, min_step AS step FROM hot
        UNION ALL
        SELECT reader, first_step FROM part WHERE first_step <= fork_step
      ) m GROUP BY reader
    ),
    chosen AS (
      SELECT p.*, coalesce(p.total <= $7::int OR p.last_step >= m.from_step OR p.first_step < $3::float8
        OR p.last_step > p.upto OR p.min_time_ms < p.from_time OR p.max_time_ms > p.to_time, false) AS is_whole
      FROM part p LEFT JOIN mixed m ON m.reader = p.reader
    )
    SELECT reader AS run_id, key_id, upto, first_step, first_time_ms, last_step, last_time_ms, count, nans, last, min,
      max, sum, sum_rest, CASE WHEN NOT is_whole AND chunks <= $8::int THEN pyramid END AS pyramid,
      CASE WHEN is_whole THEN steps END AS steps, CASE WHEN is_whole THEN times_ms END AS times_ms,
      CASE WHEN is_whole THEN "values" END AS "values", NULL::bytea AS frame
    FROM chosen
    UNION ALL
    SELECT reader, NULL, upto, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      NULL, frame
    FROM hot`,
};

import type { Statement } from "../../store.ts";

export interface PointsRow {
  run_id: string;
  key_id: number;
  steps: number[];
  times: bigint[];
  values: number[];
}

/**
 * Whole series of many runs and keys, one row each, ordered by (step, time, value). A fork reads its ancestors up to
 * each fork step, then its own points. Parameters: uuid[] runs, int[] keys, float8 from step, float8 to step.
 * Plan: index-only scan of the primary key per (run, key).
 */
export const readPoints: Statement = {
  name: "metrics_read_points_v1",
  text: `
    WITH RECURSIVE chain AS (
      SELECT r.id AS reader, r.id AS source, r.forked_from_run_id AS next, r.fork_step AS next_limit,
        'Infinity'::float8 AS upto
      FROM run r WHERE r.id = ANY($1::uuid[])
      UNION ALL
      SELECT c.reader, r.id, r.forked_from_run_id, r.fork_step, least(c.upto, c.next_limit)
      FROM chain c JOIN run r ON r.id = c.next
    ) CYCLE source SET is_cycle USING path
    SELECT c.reader AS run_id, p.key_id,
      array_agg(p.step ORDER BY p.step, p.time_ms, p.value) AS steps,
      array_agg(p.time_ms ORDER BY p.step, p.time_ms, p.value) AS times,
      array_agg(p.value ORDER BY p.step, p.time_ms, p.value) AS values
    FROM chain c
    JOIN metric_point p ON p.run_id = c.source AND p.step <= c.upto
    WHERE NOT c.is_cycle AND p.key_id = ANY($2::int[]) AND p.step >= $3::float8 AND p.step <= $4::float8
    GROUP BY c.reader, p.key_id`,
};

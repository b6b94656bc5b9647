import type { Statement } from "../../store.ts";

export interface PointRow {
  key_id: number;
  step: number;
  time_ms: bigint;
  value: number;
  /** False for a run that was deleted. */
  is_known: boolean;
}

/** A run that still has points in rows. Plan: the first entry of the primary key. */
export const findRunWithPoints: Statement = {
  name: "metrics_find_run_with_points_v1",
  text: "SELECT run_id FROM metric_point ORDER BY run_id LIMIT 1",
};

/**
 * Takes a run's points out of rows, the first of its series first: what is answered is exactly what is gone when the
 * transaction commits. Parameters: run uuid, most points. Plan: primary key, then TID scan.
 */
export const takePoints: Statement = {
  name: "metrics_take_points_v1",
  text: `
    DELETE FROM metric_point
    WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM metric_point WHERE run_id = $1::uuid ORDER BY key_id, step, time_ms, value LIMIT $2::int))
    RETURNING key_id, step, time_ms, value, EXISTS (SELECT 1 FROM run WHERE id = $1::uuid) AS is_known`,
};

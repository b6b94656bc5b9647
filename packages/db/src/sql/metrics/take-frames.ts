import type { Statement } from "../../store.ts";
import { HOT_SLOTS, hotTable } from "./hot-tables.ts";

export interface FrameRow {
  point_count: number;
  frame: Uint8Array;
}

/** One compaction of a run at a time, until the transaction ends; false when another is at it. Parameters: run uuid. */
export const tryLockRun: Statement = {
  name: "metrics_try_lock_run_v1",
  text: "SELECT pg_try_advisory_xact_lock(hashtextextended($1::uuid::text, 7)) AS is_locked",
};

/** The same, waiting. */
export const lockRun: Statement = {
  name: "metrics_lock_run_v1",
  text: "SELECT true AS is_locked FROM (SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7))) AS held",
};

/**
 * Takes frames of a run out of the hot tables: what is answered is exactly what is gone when the transaction commits.
 * Parameters: run uuid, most frames of each table, points of a table after which no further frame is taken.
 * Plan: index on run_id, then TID scan.
 */
export const takeFrames: Statement = {
  name: "metrics_take_frames_v2",
  text: `
    WITH ${HOT_SLOTS.map(
      (slot) => `taken_${slot} AS (
      DELETE FROM ${hotTable(slot)}
      WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM (
          SELECT ctid, sum(point_count) OVER (ROWS UNBOUNDED PRECEDING) - point_count AS points_before
          FROM ${hotTable(slot)} WHERE run_id = $1::uuid LIMIT $2::int
        ) f WHERE points_before < $3::int))
      RETURNING point_count, frame)`,
    ).join(", ")}
    ${HOT_SLOTS.map((slot) => `SELECT point_count, frame FROM taken_${slot}`).join(" UNION ALL ")}`,
};

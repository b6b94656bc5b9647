import type { Statement } from "../../store.ts";
import { type HOT_SLOTS, type HotSlot, hotTable } from "./hot-tables.ts";

/** A request that was not taken; `is_writable` tells a refused sequence from a run that is gone. */
export interface RefusedRow {
  ord: number;
  is_writable: boolean;
}

/**
 * Writes the frames of many requests and answers which were refused. A request is taken when its run is in its
 * project and not archived and, if it names a writer, when it is that writer's next (a new epoch begins at 1): all of
 * it seen in one snapshot. Autocommitted, it is the one statement that acknowledged points cost.
 * Parameters: requests as int[] ord, uuid[] run, uuid[] project, text[] writer ('' for none), int[] epoch, int8[]
 * sequence, each writer at most once; frames as int[] ord of the request, int[] key lo, int[] key hi, float8[] min
 * step, float8[] max step, int[] points, bytea[] frame. Plan: primary keys of run and ingest_writer, then inserts.
 * The project is compared in a way that no index serves: of tables that were not analyzed yet the planner would
 * otherwise read all of the project's runs for each request.
 */
export const insertFrames: Record<HotSlot, Statement> = { 0: insertInto(0), 1: insertInto(1) };

function insertInto(slot: (typeof HOT_SLOTS)[number]): Statement {
  return {
    name: `metrics_insert_frames_${slot}_v2`,
    text: `
    WITH asked AS MATERIALIZED (
      SELECT a.ord, a.run_id, a.project_id, nullif(a.writer_id, '') AS writer_id, a.epoch, a.seq
      FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::int8[])
        AS a(ord, run_id, project_id, writer_id, epoch, seq)
    ), writable AS MATERIALIZED (
      SELECT a.* FROM asked a
      JOIN run r ON r.id = a.run_id AND r.project_id IS NOT DISTINCT FROM a.project_id AND r.archived_at IS NULL
    ), advanced AS (
      INSERT INTO ingest_writer AS w (run_id, writer_id, epoch, last_seq)
      SELECT a.run_id, a.writer_id, a.epoch, a.seq FROM writable a
      WHERE a.writer_id IS NOT NULL AND (a.seq = 1 OR EXISTS (
        SELECT 1 FROM ingest_writer known WHERE known.run_id = a.run_id AND known.writer_id = a.writer_id))
      ON CONFLICT (run_id, writer_id) DO UPDATE SET epoch = excluded.epoch, last_seq = excluded.last_seq
      WHERE (w.epoch = excluded.epoch AND w.last_seq = excluded.last_seq - 1)
        OR (w.epoch < excluded.epoch AND excluded.last_seq = 1)
      RETURNING w.run_id, w.writer_id
    ), taken AS MATERIALIZED (
      SELECT a.ord, a.run_id FROM writable a
      LEFT JOIN advanced d ON d.run_id = a.run_id AND d.writer_id = a.writer_id
      WHERE a.writer_id IS NULL OR d.run_id IS NOT NULL
    ), written AS (
      INSERT INTO ${hotTable(slot)} (run_id, key_lo, key_hi, min_step, max_step, point_count, frame)
      SELECT t.run_id, f.key_lo, f.key_hi, f.min_step, f.max_step, f.point_count, f.frame
      FROM unnest($7::int[], $8::int[], $9::int[], $10::float8[], $11::float8[], $12::int[], $13::bytea[])
        AS f(ord, key_lo, key_hi, min_step, max_step, point_count, frame)
      JOIN taken t ON t.ord = f.ord
    )
    SELECT a.ord, EXISTS (SELECT 1 FROM writable w WHERE w.ord = a.ord) AS is_writable
    FROM asked a WHERE NOT EXISTS (SELECT 1 FROM taken t WHERE t.ord = a.ord)`,
  };
}

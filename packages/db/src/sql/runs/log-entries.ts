import type { Statement } from "../../store.ts";
import type { RunStateRow } from "./find-run-state.ts";

/** A run of those asked for and a param as it is stored now; nulls for a run that none was logged to. */
export interface LoggedEntryRow extends RunStateRow {
  id: string;
  key: string | null;
  value: string | null;
}

/**
 * Adds params and sets tags of runs, which cannot be deleted until the transaction ends; archived ones are left alone.
 * Answers each run's state and what is stored of each param: those already there stay as they are, and setting them to
 * what they are answers and locks them. Parameters: project uuid, json of the runs' ids, json of params and of tags in
 * order and each key of a run once. Of json the planner expects as many rows whatever it holds: one plan serves all.
 */
export const logEntries: Statement = {
  name: "runs_log_entries_v1",
  text: `
    WITH held AS MATERIALIZED (
      SELECT r.id, r.name, r.status, r.experiment_id, r.archived_at IS NOT NULL AS is_archived
      FROM json_array_elements_text($2::json) AS asked(id)
      JOIN run r ON r.id = asked.id::uuid AND r.project_id IS NOT DISTINCT FROM $1::uuid
      FOR KEY SHARE OF r
    ), writable AS (
      SELECT id FROM held WHERE NOT is_archived
    ), added AS (
      INSERT INTO param AS p (run_id, project_id, key, value, numeric_value)
      SELECT n."runId", $1::uuid, n.key, n.value, n.number
      FROM json_to_recordset($3::json) AS n(at int, "runId" uuid, key text, value text, number float8)
      WHERE n."runId" IN (SELECT id FROM writable)
      ORDER BY n.at
      ON CONFLICT (run_id, key) DO UPDATE SET value = p.value
      RETURNING p.run_id, p.key, p.value
    ), tagged AS (
      INSERT INTO run_tag (run_id, project_id, key, value)
      SELECT t."runId", $1::uuid, t.key, t.value
      FROM json_to_recordset($4::json) AS t(at int, "runId" uuid, key text, value text)
      WHERE t."runId" IN (SELECT id FROM writable)
      ORDER BY t.at
      ON CONFLICT (run_id, key) DO UPDATE SET value = excluded.value
      WHERE run_tag.value IS DISTINCT FROM excluded.value
    )
    SELECT h.*, a.key, a.value FROM held h LEFT JOIN added a ON a.run_id = h.id`,
};

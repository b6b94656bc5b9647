import type { Statement } from "../../store.ts";

/**
 * Adds a run under the next number of its project, which is in its name when none is given. The project's row is held
 * from here to the end of the transaction: what else there is to do comes before. Parameters: run, workspace, project
 * and experiment uuid, text name or null, text beginning of a made name, status, notes, json source, json environment,
 * bytea digests of both, parent and fork run uuid, float8 fork step, created by, actor kind, created by id, created
 * at, started at.
 */
export const createRun: Statement = {
  name: "runs_create_v1",
  text: `
    WITH taken AS (
      UPDATE project SET next_run_number = next_run_number + 1 WHERE id = $3::uuid
      RETURNING next_run_number - 1 AS number
    )
    INSERT INTO run (id, workspace_id, project_id, experiment_id, number, name, status, notes, source, environment,
      source_digest, environment_digest, parent_run_id, forked_from_run_id, fork_step, created_by, actor_kind,
      created_by_id, created_at, started_at, heartbeat_at)
    SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, t.number, coalesce($5::text, $6::text || t.number),
      $7::run_status, $8::text, $9::jsonb, $10::jsonb, $11::bytea, $12::bytea, $13::uuid, $14::uuid, $15::float8,
      $16::text, $17::text, $18::uuid, $19::timestamptz, $20::timestamptz, $19::timestamptz
    FROM taken t`,
};

import type { Statement } from "../../store.ts";
import { foundRunsSql } from "./find-runs.ts";

/**
 * Adds runs with their params and tags under the next numbers of their project, which are in their names when none is
 * given, and answers them as they are found from then on. The project's row is held from here to the end of the
 * transaction: what else there is to do comes before. Parameters: workspace uuid, project uuid, how many runs, json of
 * them in order, json of params and of tags.
 */
export const createRuns: Statement = {
  name: "runs_create_v4",
  text: `
    WITH taken AS (
      UPDATE project SET next_run_number = next_run_number + $3::int WHERE id = $2::uuid
      RETURNING next_run_number - $3::int AS first
    ), asked AS (
      SELECT a.*, t.first + a.at AS number FROM taken t, json_to_recordset($4::json) AS a(at int, id uuid,
        "experimentId" uuid, name text, "nameStart" text, status run_status, notes text, source jsonb,
        environment jsonb, "sourceDigest" text, "environmentDigest" text, "parentRunId" uuid, "forkedFromRunId" uuid,
        "forkStep" float8, "createdBy" text, "actorKind" text, "createdById" uuid, "createdAt" timestamptz,
        "startedAt" timestamptz)
    ), made AS (
      INSERT INTO run (id, workspace_id, project_id, experiment_id, number, name, status, notes, source, environment,
        source_digest, environment_digest, parent_run_id, forked_from_run_id, fork_step, created_by, actor_kind,
        created_by_id, created_at, started_at, heartbeat_at)
      SELECT id, $1::uuid, $2::uuid, "experimentId", number, coalesce(name, "nameStart" || number), status, notes,
        source, environment, decode("sourceDigest", 'hex'), decode("environmentDigest", 'hex'), "parentRunId",
        "forkedFromRunId", "forkStep", "createdBy", "actorKind", "createdById", "createdAt", "startedAt", "createdAt"
      FROM asked
      RETURNING *
    ), with_params AS (
      INSERT INTO param (run_id, project_id, key, value, numeric_value)
      SELECT "runId", $2::uuid, key, value, number
      FROM json_to_recordset($5::json) AS p("runId" uuid, key text, value text, number float8)
    ), with_tags AS (
      INSERT INTO run_tag (run_id, project_id, key, value)
      SELECT "runId", $2::uuid, key, value FROM json_to_recordset($6::json) AS t("runId" uuid, key text, value text)
    )${foundRunsSql("made")}`,
};

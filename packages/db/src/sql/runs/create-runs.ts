import type { Statement } from "../../store.ts";
import { accessChangedSql } from "../access/access-changed-sql.ts";
import { knownElsewhereSql } from "../creations/known-elsewhere-sql.ts";

/** What became of a run that was asked for. */
export interface CreatedRunRow {
  id: string;
  /** Null when it was not made, like its name. */
  number: number | null;
  name: string | null;
  /** Of the experiment that was named; nulls when there is none. */
  experiment_id: string | null;
  experiment_number: number | null;
  experiment_name: string | null;
  /** Null too when it was named by its id, by which it may be archived. */
  is_archived: boolean | null;
  /** Its request equals one that another server process answers, or answered before it ended. */
  is_known: boolean;
  /** A webhook of the project is to be told of new runs. */
  is_heard: boolean;
  /** Access has changed since one of the requests was let in: none of them made a run. */
  has_changed: boolean;
}

const KNOWN_ELSEWHERE = knownElsewhereSql({
  projectId: "$2",
  digest: "a.request_digest",
  since: "$6",
  processKey: "$7",
});

/** The experiment with a key. Each is looked up for itself: a plan for all of them may read the project's whole list. */
const heldExperimentSql = (condition: string): string => `
        SELECT id, number, name, archived_at IS NOT NULL AS is_archived FROM experiment
        WHERE project_id = $2::uuid AND ${condition} LIMIT 1 FOR KEY SHARE`;

/**
 * Adds runs with their params and tags under the next numbers of their project, which are in their names when none is
 * given, and notes by which requests. Those are not made whose experiment is missing or archived, whose request is
 * known elsewhere, or of which a webhook is to be told that this statement may not tell. Their experiments can be
 * neither archived nor restored until the transaction ends, and the project's row is held as long. No run is made when
 * access has changed.
 * Parameters: workspace uuid, project uuid, json of the runs in order, of params and of tags, the oldest moment of a
 * request that counts, key of this process, now, whether webhooks may be left to be told, the versions of access that the
 * requests were let in by. Plan: unique indexes of
 * experiments and requests; a project has a hundred webhooks at most.
 */
export const createRuns: Statement = {
  name: "runs_create_v6",
  text: `
    WITH asked AS MATERIALIZED (
      SELECT a.*, decode(a."requestDigest", 'hex') AS request_digest FROM json_to_recordset($3::json) AS a(at int,
        id uuid, "experimentId" uuid, "experimentNumber" int, "experimentName" text, "requestDigest" text, name text,
        "nameStart" text, status run_status, notes text, source jsonb, environment jsonb, "sourceDigest" text,
        "environmentDigest" text, "parentRunId" uuid, "forkedFromRunId" uuid, "forkStep" float8, "createdBy" text,
        "actorKind" text, "createdById" uuid, "createdAt" timestamptz, "startedAt" timestamptz)
    ), now AS MATERIALIZED (
      SELECT ${accessChangedSql("$10")} AS has_changed, EXISTS (
        SELECT FROM webhook WHERE project_id = $2::uuid AND is_active AND 'run.created' = ANY(events)
      ) AS is_heard
    ), judged AS MATERIALIZED (
      SELECT a.*, coalesce(i.id, n.id, m.id) AS experiment_id, coalesce(i.number, n.number, m.number) AS experiment_number,
        coalesce(i.name, n.name, m.name) AS experiment_name, coalesce(n.is_archived, m.is_archived) AS is_archived,
        (${KNOWN_ELSEWHERE}) IS NOT NULL AS is_known, now.*
      FROM asked a CROSS JOIN now
      LEFT JOIN LATERAL (${heldExperimentSql('id = a."experimentId"')}) i ON true
      LEFT JOIN LATERAL (${heldExperimentSql('number = a."experimentNumber"')}) n ON true
      LEFT JOIN LATERAL (${heldExperimentSql('name = a."experimentName"')}) m ON true
    ), plain AS MATERIALIZED (
      SELECT j.*, row_number() OVER (ORDER BY j.at)::int - 1 AS place FROM judged j
      WHERE j.experiment_id IS NOT NULL AND j.is_archived IS NOT TRUE AND NOT j.is_known
        AND ($9::boolean OR NOT j.is_heard) AND NOT j.has_changed
    ), taken AS (
      UPDATE project p SET next_run_number = p.next_run_number + n.count
      FROM (SELECT count(*)::int AS count FROM plain) n WHERE p.id = $2::uuid AND n.count > 0
      RETURNING p.next_run_number - n.count AS first
    ), noted AS (
      INSERT INTO creation_request (project_id, digest, result_id, process_key, created_at)
      SELECT $2::uuid, request_digest, id, $7::int8, $8::timestamptz FROM plain WHERE request_digest IS NOT NULL
      ON CONFLICT DO NOTHING
    ), made AS (
      INSERT INTO run (id, workspace_id, project_id, experiment_id, number, name, status, notes, source, environment,
        source_digest, environment_digest, parent_run_id, forked_from_run_id, fork_step, created_by, actor_kind,
        created_by_id, created_at, started_at, heartbeat_at)
      SELECT id, $1::uuid, $2::uuid, experiment_id, first + place, coalesce(name, "nameStart" || first + place), status,
        notes, source, environment, decode("sourceDigest", 'hex'), decode("environmentDigest", 'hex'), "parentRunId",
        "forkedFromRunId", "forkStep", "createdBy", "actorKind", "createdById", "createdAt", "startedAt", "createdAt"
      FROM plain, taken
      RETURNING id, number, name
    ), with_params AS (
      INSERT INTO param (run_id, project_id, key, value, numeric_value)
      SELECT "runId", $2::uuid, key, value, number
      FROM json_to_recordset($4::json) AS p("runId" uuid, key text, value text, number float8)
      WHERE "runId" IN (SELECT id FROM plain)
    ), with_tags AS (
      INSERT INTO run_tag (run_id, project_id, key, value)
      SELECT "runId", $2::uuid, key, value FROM json_to_recordset($5::json) AS t("runId" uuid, key text, value text)
      WHERE "runId" IN (SELECT id FROM plain)
    )
    SELECT j.id, m.number, m.name, j.experiment_id, j.experiment_number, j.experiment_name, j.is_archived, j.is_known,
      j.is_heard, j.has_changed
    FROM judged j LEFT JOIN made m ON m.id = j.id`,
  hasOnePlan: true,
};

import type { RunDataset, RunStatus } from "@assay/contract";
import type { Statement } from "../../store.ts";
import { epochMs } from "../epoch-ms.ts";

/** A dataset or logged model of a run. Ids are as the database writes them. */
export type AttachedRow =
  | ({ kind: "dataset" } & RunDataset)
  | { kind: "modelInput"; id: string }
  | { kind: "modelOutput"; id: string; step: number };

export interface RunRecordRow {
  id: string;
  name: string;
  status: RunStatus;
  is_archived: boolean;
  experiment_number: number;
  parent_id: string | null;
  notes: string;
  user: string | null;
  created_by: string;
  started_at_ms: number;
  ended_at_ms: number | null;
  heartbeat_at_ms: number | null;
  params: Record<string, string> | null;
  tags: Record<string, string> | null;
  attached: AttachedRow[] | null;
}

/**
 * Runs of a project with everything that hangs on them but their points, in no order: one statement, since going to the
 * database and back costs more than any of its parts. Parameters: project uuid, uuid[] runs. Plan: primary keys, each
 * table once.
 */
export const runRecords: Statement = {
  name: "runs_records_v1",
  text: `
    SELECT r.id, r.name, r.status, r.archived_at IS NOT NULL AS is_archived, e.number AS experiment_number,
      r.parent_run_id AS parent_id, r.notes, r.environment ->> 'user' AS "user", r.created_by,
      ${epochMs("r.started_at")} AS started_at_ms, ${epochMs("r.ended_at")} AS ended_at_ms,
      ${epochMs("r.heartbeat_at")} AS heartbeat_at_ms, params.content AS params, tags.content AS tags,
      attached.content AS attached
    FROM run r JOIN experiment e ON e.id = r.experiment_id
    LEFT JOIN (${entriesOf("param")}) params ON params.run_id = r.id
    LEFT JOIN (${entriesOf("run_tag")}) tags ON tags.run_id = r.id
    LEFT JOIN (
      SELECT run_id, json_agg(content) AS content FROM (
        SELECT i.run_id, json_build_object('kind', 'dataset', 'id', d.id, 'name', d.name, 'digest', d.digest,
          'digestOrigin', d.digest_origin, 'sourceType', d.source_type, 'source', d.source, 'schema', d.schema,
          'profile', d.profile, 'createdAtMs', ${epochMs("d.created_at")}, 'context', i.context, 'tags', i.tags)
          AS content
        FROM run_input i JOIN dataset d ON d.id = i.dataset_id AND d.project_id IS NOT DISTINCT FROM $1::uuid
        WHERE i.run_id = ANY($2::uuid[])
        UNION ALL
        SELECT run_id, json_build_object('kind', 'modelInput', 'id', logged_model_id)
        FROM run_model_input WHERE run_id = ANY($2::uuid[])
        UNION ALL
        SELECT run_id, json_build_object('kind', 'modelOutput', 'id', logged_model_id, 'step', step)
        FROM run_model_output WHERE run_id = ANY($2::uuid[])
      ) one GROUP BY run_id
    ) attached ON attached.run_id = r.id
    WHERE r.id = ANY($2::uuid[]) AND r.project_id IS NOT DISTINCT FROM $1::uuid`,
};

function entriesOf(table: "param" | "run_tag"): string {
  return `SELECT run_id, json_object_agg(key, value ORDER BY key COLLATE "C") AS content
    FROM ${table} WHERE run_id = ANY($2::uuid[]) AND project_id IS NOT DISTINCT FROM $1::uuid GROUP BY run_id`;
}

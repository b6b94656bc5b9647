import type { RunDataset } from "@assay/contract";
import type { Statement } from "../../store.ts";
import { epochMs } from "./field-sql.ts";

/** All params or tags of a run, or one dataset or logged model. Ids are as the database writes them. */
export type RunAttachmentRow = { run_id: string } & (
  | { kind: "params" | "tags"; content: Record<string, string> }
  | { kind: "dataset"; content: RunDataset }
  | { kind: "modelInput"; content: { id: string } }
  | { kind: "modelOutput"; content: { id: string; step: number } }
);

/**
 * Everything that hangs on runs of a project but its points, in no order: one statement, since going to the database
 * and back costs more than any of its parts. Parameters: project uuid, uuid[] runs. Plan: primary keys.
 */
export const runAttachments: Statement = {
  name: "runs_attachments_v1",
  text: `
    ${entriesOf("param", "params")}
    UNION ALL
    ${entriesOf("run_tag", "tags")}
    UNION ALL
    SELECT i.run_id, 'dataset', json_build_object('id', d.id, 'name', d.name, 'digest', d.digest,
      'digestOrigin', d.digest_origin, 'sourceType', d.source_type, 'source', d.source, 'schema', d.schema,
      'profile', d.profile, 'createdAtMs', ${epochMs("d.created_at")}, 'context', i.context, 'tags', i.tags)
    FROM run_input i JOIN dataset d ON d.id = i.dataset_id AND d.project_id IS NOT DISTINCT FROM $1::uuid
    WHERE i.run_id = ANY($2::uuid[])
    UNION ALL
    SELECT run_id, 'modelInput', json_build_object('id', logged_model_id)
    FROM run_model_input WHERE run_id = ANY($2::uuid[])
    UNION ALL
    SELECT run_id, 'modelOutput', json_build_object('id', logged_model_id, 'step', step)
    FROM run_model_output WHERE run_id = ANY($2::uuid[])`,
};

function entriesOf(table: "param" | "run_tag", kind: RunAttachmentRow["kind"]): string {
  return `SELECT run_id, '${kind}' AS kind, json_object_agg(key, value ORDER BY key COLLATE "C") AS content
    FROM ${table} WHERE run_id = ANY($2::uuid[]) AND project_id IS NOT DISTINCT FROM $1::uuid GROUP BY run_id`;
}

import type { Statement } from "../../store.ts";

/** The datasets that runs of a project read, in order. Parameters: project uuid, uuid[] runs. Plan: primary keys. */
export const runDatasets: Statement = {
  name: "runs_datasets_v1",
  text: `
    SELECT i.run_id, i.context, i.tags, d.id, d.name, d.digest, d.digest_origin AS "digestOrigin",
      d.source_type AS "sourceType", d.source, d.schema, d.profile, d.created_at AS "createdAt"
    FROM run_input i JOIN dataset d ON d.id = i.dataset_id AND d.project_id IS NOT DISTINCT FROM $1::uuid
    WHERE i.run_id = ANY($2::uuid[]) ORDER BY d.name, i.context`,
};

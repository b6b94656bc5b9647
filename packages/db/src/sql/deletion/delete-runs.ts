import type { Statement } from "../../store.ts";

/**
 * Deletes runs with all that names them, and notes that their points are to be cleared away. Params, tags, comments,
 * inputs and outputs go by their foreign keys. Parameters: project uuid, uuid[] runs, text[] the same as lineage
 * knows them. Plan: index scans per run throughout.
 */
export const deleteRuns: Statement = {
  name: "deletion_delete_runs_v1",
  text: `
    WITH model AS MATERIALIZED (
      SELECT id FROM logged_model WHERE project_id = $1::uuid AND source_run_id = ANY($2::uuid[])
    ), files AS (
      DELETE FROM artifact a USING (
        SELECT 'run' AS kind, unnest($2::uuid[]) AS id UNION ALL SELECT 'loggedModel', id FROM model) owner
      WHERE a.owner_kind = owner.kind AND a.owner_id = owner.id AND a.project_id = $1::uuid
    ), model_metrics AS (
      DELETE FROM logged_model_metric WHERE run_id = ANY($2::uuid[])
    ), edges AS (
      DELETE FROM lineage_edge e USING (
        SELECT 'run' AS kind, unnest($3::text[]) AS id
        UNION ALL SELECT 'loggedModel', 'm-' || replace(id::text, '-', '') FROM model) node
      WHERE e.project_id = $1::uuid
        AND ((e.from_kind = node.kind AND e.from_id = node.id) OR (e.to_kind = node.kind AND e.to_id = node.id))
    ), own_edges AS (
      DELETE FROM lineage_edge WHERE run_id = ANY($2::uuid[])
    ), noted AS (
      INSERT INTO run_purge (run_id, project_id)
      SELECT id, project_id FROM run WHERE project_id = $1::uuid AND id = ANY($2::uuid[])
      ON CONFLICT DO NOTHING
    ), models AS (
      DELETE FROM logged_model WHERE id IN (SELECT id FROM model)
    )
    DELETE FROM run WHERE project_id = $1::uuid AND id = ANY($2::uuid[]) RETURNING id`,
};

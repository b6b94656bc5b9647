import type { Statement } from "../../store.ts";

/** Holds a project so that nothing more can be put into it; answers whether any run is left. Parameters: project uuid. */
export const lockDeletedProject: Statement = {
  name: "deletion_lock_project_v1",
  text: "SELECT id FROM project WHERE id = $1::uuid AND deleted_at IS NOT NULL FOR UPDATE",
};

/**
 * Takes away a project that has no runs, with everything in it that no foreign key reaches; its audit events stay.
 * Parameters: project uuid. Plan: index scans by project where there is one; policies and webhooks are few.
 */
export const deleteProject: Statement = {
  name: "deletion_delete_project_v2",
  text: `
    WITH files AS (DELETE FROM artifact WHERE project_id = $1::uuid),
    edges AS (DELETE FROM lineage_edge WHERE project_id = $1::uuid),
    keys AS (DELETE FROM metric_key WHERE project_id = $1::uuid),
    logged AS (DELETE FROM logged_model WHERE project_id = $1::uuid),
    boards AS (DELETE FROM dashboard WHERE project_id = $1::uuid),
    reports AS (DELETE FROM report WHERE project_id = $1::uuid),
    hooks AS (DELETE FROM webhook WHERE project_id = $1::uuid),
    events AS (DELETE FROM outbox WHERE project_id = $1::uuid),
    signed AS (DELETE FROM attestation WHERE project_id = $1::uuid),
    rules AS (DELETE FROM policy WHERE project_id = $1::uuid)
    DELETE FROM project WHERE id = $1::uuid
      AND NOT EXISTS (SELECT 1 FROM run WHERE project_id = $1::uuid) RETURNING id`,
};

/** A model of the project with an alias that a policy protects, if there is one. Parameters: project uuid. */
export const findProtectedAlias: Statement = {
  name: "deletion_find_protected_alias_v1",
  text: `
    SELECT m.name AS model, p.alias FROM protected_alias p
    JOIN registered_model m ON m.id = p.model_id WHERE m.project_id = $1::uuid ORDER BY m.name, p.alias LIMIT 1`,
};

import type { Statement } from "../../store.ts";

export interface LockedRunRow {
  id: string;
  name: string;
  is_archived: boolean;
}

/**
 * Holds runs that are to be deleted: whoever writes to one, forks it or registers it waits for the end of the
 * transaction. In id order, so that two deletions do not wait for each other. Parameters: project uuid, uuid[] runs.
 */
export const lockRuns: Statement = {
  name: "deletion_lock_runs_v1",
  text: `
    SELECT id, name, archived_at IS NOT NULL AS is_archived
    FROM run WHERE project_id = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
};

/** Holds the logged models that runs made, against files being put into them. Parameters: project uuid, uuid[] runs. */
export const lockModelsOfRuns: Statement = {
  name: "deletion_lock_models_v1",
  text: `
    SELECT id FROM logged_model WHERE project_id = $1::uuid AND source_run_id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
};

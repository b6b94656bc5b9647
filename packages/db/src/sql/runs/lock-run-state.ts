import type { Statement } from "../../store.ts";

/**
 * What a write needs to know of its run, for one that reads first what it then replaces: two of them follow one
 * another. Points may be logged meanwhile. Parameters: project uuid, run uuid.
 */
export const lockRunState: Statement = {
  name: "runs_lock_state_v1",
  text: `
    SELECT name, status, experiment_id, archived_at IS NOT NULL AS is_archived
    FROM run WHERE id = $2::uuid AND project_id = $1::uuid FOR NO KEY UPDATE`,
};

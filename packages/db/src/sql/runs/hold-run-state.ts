import type { Statement } from "../../store.ts";

/**
 * What a write needs to know of its run, which cannot be deleted until the transaction ends. Does not stand in the way
 * of other writes. Parameters: project uuid, run uuid. Plan: primary key.
 */
export const holdRunState: Statement = {
  name: "runs_hold_state_v1",
  text: `
    SELECT name, status, experiment_id, archived_at IS NOT NULL AS is_archived
    FROM run WHERE id = $2::uuid AND project_id IS NOT DISTINCT FROM $1::uuid FOR KEY SHARE`,
  changesNothing: true,
};

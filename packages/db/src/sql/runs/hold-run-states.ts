import type { Statement } from "../../store.ts";

/**
 * What a write needs to know of its runs, which cannot be deleted until the transaction ends. Does not stand in the way
 * of other writes. Parameters: project uuid, uuid[] runs. Plan: primary key.
 */
export const holdRunStates: Statement = {
  name: "runs_hold_states_v1",
  text: `
    SELECT id, name, status, experiment_id, archived_at IS NOT NULL AS is_archived
    FROM run WHERE id = ANY($2::uuid[]) AND project_id IS NOT DISTINCT FROM $1::uuid FOR KEY SHARE`,
};

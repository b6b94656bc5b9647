import type { RunStatus } from "@assay/contract";
import type { Statement } from "../../store.ts";

export interface RunStateRow {
  name: string;
  status: RunStatus;
  experiment_id: string;
  is_archived: boolean;
}

/** What a write needs to know of its run; part of every log call. Parameters: project uuid, run uuid. */
export const findRunState: Statement = {
  name: "runs_find_state_v1",
  text: `
    SELECT name, status, experiment_id, archived_at IS NOT NULL AS is_archived
    FROM run WHERE id = $2::uuid AND project_id = $1::uuid`,
};

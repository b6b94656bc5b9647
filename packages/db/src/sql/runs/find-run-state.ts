import type { RunStatus } from "@assay/contract";
import type { Statement } from "../../store.ts";

export interface RunStateRow {
  name: string;
  status: RunStatus;
  experiment_id: string;
  is_archived: boolean;
}

/** Of run r. */
export const RUN_STATE_COLUMNS = "r.name, r.status, r.experiment_id, r.archived_at IS NOT NULL AS is_archived";

/** What a write needs to know of its run; part of every log call. Parameters: project uuid, run uuid. */
export const findRunState: Statement = {
  name: "runs_find_state_v1",
  text: `
    SELECT ${RUN_STATE_COLUMNS}
    FROM run r WHERE r.id = $2::uuid AND r.project_id = $1::uuid`,
};

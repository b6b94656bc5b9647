import type { Statement } from "../../store.ts";
import { RUN_STATE_COLUMNS } from "./find-run-state.ts";

/**
 * What a write needs to know of its run, for one that reads first what it then replaces: two of them follow one
 * another. Points may be logged meanwhile. Parameters: project uuid, run uuid.
 */
export const lockRunState: Statement = {
  name: "runs_lock_state_v1",
  text: `
    SELECT ${RUN_STATE_COLUMNS}
    FROM run r WHERE r.id = $2::uuid AND r.project_id = $1::uuid FOR NO KEY UPDATE`,
};

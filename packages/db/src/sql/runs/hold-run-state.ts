import type { Statement } from "../../store.ts";
import { RUN_STATE_COLUMNS } from "./find-run-state.ts";

/**
 * What a write needs to know of its run, which cannot be deleted until the transaction ends. Does not stand in the way
 * of other writes. Parameters: project uuid, run uuid. Plan: primary key.
 */
export const holdRunState: Statement = {
  name: "runs_hold_state_v1",
  text: `
    SELECT ${RUN_STATE_COLUMNS}
    FROM run r WHERE r.id = $2::uuid AND r.project_id IS NOT DISTINCT FROM $1::uuid FOR KEY SHARE`,
  changesNothing: true,
};

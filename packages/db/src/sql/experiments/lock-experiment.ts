import type { Statement } from "../../store.ts";

/** Holds an experiment's row until the transaction ends. Parameters: experiment uuid. */
export const lockExperiment: Statement = {
  name: "experiments_lock_v1",
  text: "SELECT id FROM experiment WHERE id = $1::uuid FOR UPDATE",
};

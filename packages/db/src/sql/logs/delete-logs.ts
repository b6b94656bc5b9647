import type { Statement } from "../../store.ts";

/** Takes away every line of runs and what is known of their writers. Parameters: uuid[]. */
export const deleteLogs: Statement = {
  name: "logs_delete_v1",
  text: `
    WITH writers AS (DELETE FROM log_writer WHERE run_id = ANY($1::uuid[]))
    DELETE FROM log_chunk WHERE run_id = ANY($1::uuid[])`,
};

import type { Statement } from "../../store.ts";

/**
 * Marks runs whose summaries no longer cover all points and says which were not marked before: exactly those need
 * a run.summarize job. Parameters: uuid[]. Also counts as the runs' heartbeat, at most once a minute.
 */
export const markStale: Statement = {
  name: "metrics_mark_stale_v1",
  text: `
    UPDATE run SET summary_stale_at = now()
    WHERE id = ANY($1::uuid[]) AND summary_stale_at IS NULL
    RETURNING id`,
};

import type { Statement } from "../../store.ts";

/**
 * Takes the stale mark off runs about to be summarised: an append from here on sets it again. Until the summary is
 * written the runs count as being summarised, also for whoever comes after a process that died. Parameters: uuid[].
 */
export const startSummary: Statement = {
  name: "metrics_start_summary_v1",
  text: "UPDATE run SET summary_stale_at = NULL, summary_started_at = now() WHERE id = ANY($1::uuid[])",
};

/** Which of these runs have points that their summaries may not cover. Parameters: uuid[]. */
export const findUnsummarized: Statement = {
  name: "metrics_find_unsummarized_v1",
  text: `
    SELECT id FROM run
    WHERE id = ANY($1::uuid[]) AND (summary_stale_at IS NOT NULL OR summary_started_at IS NOT NULL)`,
};

import type { Statement } from "../../store.ts";

/** Which of these runs have points that their summaries do not cover. Parameters: project uuid, uuid[]. */
export const findStale: Statement = {
  name: "metrics_find_stale_v1",
  text: `SELECT id FROM run WHERE project_id = $1::uuid AND id = ANY($2::uuid[]) AND summary_stale_at IS NOT NULL`,
};

import type { Statement } from "../../store.ts";

/** Deleted runs whose points are still there, the oldest first. Parameters: most runs. */
export const listPurges: Statement = {
  name: "deletion_list_purges_v1",
  text: "SELECT run_id FROM run_purge ORDER BY deleted_at, run_id LIMIT $1::int",
};

/** Takes runs off the list. Parameters: uuid[] runs. */
export const endPurges: Statement = {
  name: "deletion_end_purges_v1",
  text: "DELETE FROM run_purge WHERE run_id = ANY($1::uuid[])",
};

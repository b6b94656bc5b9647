import type { Statement } from "../../store.ts";

/** Takes the last chunks away before they are written anew as fewer. Parameters: run uuid, first line of the first. */
export const removeChunksFrom: Statement = {
  name: "logs_remove_chunks_from_v1",
  text: "DELETE FROM log_chunk WHERE run_id = $1::uuid AND first_line >= $2::int8",
};

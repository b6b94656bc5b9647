import type { Statement } from "../../store.ts";
import { CHUNK_HEAD } from "./chunk-row.ts";

/** The first chunk that holds a line of that moment or later. Parameters: run uuid, epoch milliseconds. */
export const readAtTime: Statement = {
  name: "logs_read_at_time_v1",
  text: `
    SELECT ${CHUNK_HEAD}, body FROM log_chunk
    WHERE run_id = $1::uuid AND last_at_ms >= $2::int8 ORDER BY first_line LIMIT 1`,
};

import type { Statement } from "../../store.ts";
import { CHUNK_HEAD } from "./chunk-row.ts";

/**
 * The chunk that holds a line and those after it. Parameters: run uuid, line, how many chunks. Plan: primary key, from
 * the last chunk that begins at or before the line.
 */
export const readFrom: Statement = {
  name: "logs_read_from_v1",
  text: `
    SELECT ${CHUNK_HEAD}, body FROM log_chunk
    WHERE run_id = $1::uuid AND first_line + line_count > $2::int8 AND first_line >= coalesce(
      (SELECT max(c.first_line) FROM log_chunk c WHERE c.run_id = $1::uuid AND c.first_line <= $2::int8), 0)
    ORDER BY first_line LIMIT $3::int`,
};

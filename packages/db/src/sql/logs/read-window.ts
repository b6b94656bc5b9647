import type { Statement } from "../../store.ts";
import { CHUNK_HEAD } from "./chunk-row.ts";

/**
 * The chunks that hold the lines from one offset up to another, counted among the lines of one stream or of both.
 * Parameters: run uuid, stream or null, from, to. Plan: primary key; the heads of the run are compared, and only the
 * bodies in the window are fetched from where large values are kept.
 */
export const readWindow: Statement = {
  name: "logs_read_window_v1",
  text: `
    SELECT ${CHUNK_HEAD}, body FROM (
      SELECT *,
        CASE $2::text WHEN 'stdout' THEN first_stdout WHEN 'stderr' THEN first_line - first_stdout
          ELSE first_line END AS lines_before,
        CASE $2::text WHEN 'stdout' THEN stdout_count WHEN 'stderr' THEN line_count - stdout_count
          ELSE line_count END AS own_lines
      FROM log_chunk WHERE run_id = $1::uuid
    ) AS chunk
    WHERE lines_before < $4::int8 AND lines_before + own_lines > $3::int8
    ORDER BY first_line`,
};

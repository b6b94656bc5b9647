import type { Statement } from "../../store.ts";

/** Adds a chunk. Parameters: run uuid, first line, stdout lines before it, its lines, its stdout lines, last time, size, body. */
export const insertChunk: Statement = {
  name: "logs_insert_chunk_v1",
  text: `
    INSERT INTO log_chunk (run_id, first_line, first_stdout, line_count, stdout_count, last_at_ms, size_bytes, body)
    VALUES ($1::uuid, $2::int8, $3::int8, $4::int, $5::int, $6::int8, $7::int, $8::bytea)`,
};

import type { Statement } from "../../store.ts";

/** Notes which line a writer may send next. Parameters: run uuid, writer, line. */
export const saveWriter: Statement = {
  name: "logs_save_writer_v1",
  text: `
    INSERT INTO log_writer (run_id, writer_id, next_line) VALUES ($1::uuid, $2, $3::int8)
    ON CONFLICT (run_id, writer_id) DO UPDATE SET next_line = excluded.next_line`,
};

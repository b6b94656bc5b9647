import type { Statement } from "../../store.ts";

export interface WriterRow {
  next_line: bigint;
}

/** Which line a writer may send next. Parameters: run uuid, writer. */
export const findWriter: Statement = {
  name: "logs_find_writer_v1",
  text: "SELECT next_line FROM log_writer WHERE run_id = $1::uuid AND writer_id = $2",
};

import type { Statement } from "../../store.ts";

export interface WriterRow {
  epoch: number;
  last_seq: bigint;
}

/** How far a writer of a run has come. Parameters: run uuid, writer id. */
export const findWriter: Statement = {
  name: "metrics_find_writer_v1",
  text: "SELECT epoch, last_seq FROM ingest_writer WHERE run_id = $1::uuid AND writer_id = $2",
};

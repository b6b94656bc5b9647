import type { Statement } from "../../store.ts";

export interface DeletedKeyRow {
  points: bigint;
  bytes: bigint;
}

/** Deletes a series of a run, chunks and summary. Parameters: run uuid, key id. Plan: primary keys. */
export const deleteKey: Statement = {
  name: "deletion_delete_key_v1",
  text: `
    WITH summary AS (DELETE FROM metric_summary WHERE run_id = $1::uuid AND key_id = $2::int),
    chunk AS (
      DELETE FROM metric_chunk WHERE run_id = $1::uuid AND key_id = $2::int
      RETURNING count, octet_length(steps) + octet_length(times_ms) + octet_length("values")
        + coalesce(octet_length(pyramid), 0) AS bytes
    )
    SELECT coalesce(sum(count), 0) AS points, coalesce(sum(bytes), 0)::int8 AS bytes FROM chunk`,
};

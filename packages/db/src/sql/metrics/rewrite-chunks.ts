import type { Statement } from "../../store.ts";

export interface PackedChunkRow {
  key_id: number;
  first_step: number;
  first_time_ms: bigint;
  count: number;
  checksum: number;
  pyramid: Uint8Array | null;
  steps: Uint8Array;
  times_ms: Uint8Array;
  values: Uint8Array;
}

/**
 * Takes chunks out, to be written anew in the same transaction. Parameters: run uuid, int[] keys, float8[] first step,
 * int8[] first time. Plan: primary key.
 */
export const takeChunks: Statement = {
  name: "metrics_take_chunks_v2",
  text: `
    DELETE FROM metric_chunk c
    USING unnest($2::int[], $3::float8[], $4::int8[]) AS w(key_id, first_step, first_time_ms)
    WHERE c.run_id = $1::uuid AND c.key_id = w.key_id AND c.first_step = w.first_step
      AND c.first_time_ms = w.first_time_ms
    RETURNING c.key_id, c.first_step, c.first_time_ms, c.count, c.checksum, c.pyramid, c.steps, c.times_ms, c."values"`,
};

/** Writes chunks of a run. Parameters: run uuid, then an array for each column in the order of the text. */
export const insertChunks: Statement = {
  name: "metrics_insert_chunks_v1",
  text: `
    INSERT INTO metric_chunk (run_id, key_id, first_step, first_time_ms, last_step, last_time_ms, min_time_ms,
      max_time_ms, count, nans, first, last, min, max, argmin, argmax, sum, sum_rest, checksum, pyramid, steps,
      times_ms, "values")
    SELECT $1::uuid, c.* FROM unnest($2::int[], $3::float8[], $4::int8[], $5::float8[], $6::int8[], $7::int8[],
      $8::int8[], $9::int[], $10::int[], $11::float8[], $12::float8[], $13::float8[], $14::float8[], $15::float8[],
      $16::float8[], $17::float8[], $18::float8[], $19::int[], $20::bytea[], $21::bytea[], $22::bytea[],
      $23::bytea[]) AS c`,
};

import type { Statement } from "../../store.ts";

export interface ChunkBoundsRow {
  key_id: number;
  first_step: number;
  first_time_ms: bigint;
  last_step: number;
  last_time_ms: bigint;
  count: number;
}

/**
 * Bounds of the chunks that new points of a run may touch: for each key those from the last that begins at or before
 * the first new point, and no fewer than the last thirteen, which may be small enough to be joined. In order.
 * Parameters: run uuid, int[] keys, float8[] first step, int8[] first time. Plan: per key, scans of the primary key.
 */
export const findChunkBounds: Statement = {
  name: "metrics_find_chunk_bounds_v1",
  text: `
    SELECT k.key_id, c.first_step, c.first_time_ms, c.last_step, c.last_time_ms, c.count
    FROM unnest($2::int[], $3::float8[], $4::int8[]) AS k(key_id, step, time_ms)
    CROSS JOIN LATERAL (
      SELECT min(first_step) AS step FROM (
        (SELECT first_step FROM metric_chunk
         WHERE run_id = $1::uuid AND key_id = k.key_id AND (first_step, first_time_ms) <= (k.step, k.time_ms)
         ORDER BY first_step DESC, first_time_ms DESC LIMIT 1)
        UNION ALL
        (SELECT first_step FROM metric_chunk
         WHERE run_id = $1::uuid AND key_id = k.key_id
         ORDER BY first_step DESC, first_time_ms DESC OFFSET 12 LIMIT 1)
      ) both_ends HAVING count(*) = 2
      UNION ALL SELECT '-Infinity'::float8 ORDER BY 1 DESC LIMIT 1
    ) low
    CROSS JOIN LATERAL (
      SELECT m.first_step, m.first_time_ms, m.last_step, m.last_time_ms, m.count FROM metric_chunk m
      WHERE m.run_id = $1::uuid AND m.key_id = k.key_id AND m.first_step >= low.step OFFSET 0
    ) c
    ORDER BY k.key_id, c.first_step, c.first_time_ms`,
};

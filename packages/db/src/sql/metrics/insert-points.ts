import type { Statement } from "../../store.ts";

/**
 * Adds points; one that is there already (NaN equal to NaN, -0 to 0, as PostgreSQL compares) is left alone.
 * Parameters: uuid[], int[], float8[], int8[], float8[] of equal length, ordered by the primary key so that
 * concurrent batches take index pages in one order. Plan: unnest → insert with conflict arbiter on the primary key.
 */
export const insertPoints: Statement = {
  name: "metrics_insert_points_v1",
  text: `
    INSERT INTO metric_point (run_id, key_id, step, time_ms, value)
    SELECT * FROM unnest($1::uuid[], $2::int[], $3::float8[], $4::int8[], $5::float8[])
    ON CONFLICT DO NOTHING`,
};

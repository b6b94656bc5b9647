/**
 * Points and latest values of one run in one statement, one commit and one round trip: MLflow itself takes several.
 * Parameters: run, keys, values, times, steps, is_nan.
 */
export const APPEND_STATEMENT = {
  name: "mlflow_append",
  text: `
    WITH point AS MATERIALIZED (
      SELECT * FROM unnest($2::varchar[], $3::float8[], $4::int8[], $5::int8[], $6::boolean[])
        AS p (key, value, timestamp, step, is_nan)
    ), added AS (
      INSERT INTO metrics (key, value, timestamp, run_uuid, step, is_nan)
      SELECT key, value, timestamp, $1::varchar, step, is_nan FROM point
      ON CONFLICT DO NOTHING
    )
    INSERT INTO latest_metrics (key, value, timestamp, step, is_nan, run_uuid)
    SELECT DISTINCT ON (key) key, value, timestamp, step, is_nan, $1::varchar FROM point
    ORDER BY key, step DESC, timestamp DESC, value DESC
    ON CONFLICT (key, run_uuid) DO UPDATE
      SET value = excluded.value, timestamp = excluded.timestamp, step = excluded.step, is_nan = excluded.is_nan
      WHERE (excluded.step, excluded.timestamp, excluded.value)
        >= (latest_metrics.step, latest_metrics.timestamp, latest_metrics.value)`,
};

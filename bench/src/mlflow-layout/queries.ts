/** Every point of one series, as MLflow's get-history reads it. Parameters: run, key. */
export const WHOLE_SERIES = {
  name: "mlflow_whole_series",
  text: `SELECT value, timestamp, step, is_nan FROM metrics WHERE run_uuid = $1 AND key = $2
    ORDER BY timestamp, step, value`,
};

/** MLflow's sampling of one series: the first row of each of $3 even buckets. Parameters: run, key, buckets. */
export const SAMPLED_SERIES = {
  name: "mlflow_sampled_series",
  text: `
    SELECT value, timestamp, step, is_nan FROM (
      SELECT *, row_number() OVER (PARTITION BY bucket ORDER BY step, timestamp, value, is_nan) AS rn FROM (
        SELECT value, timestamp, step, is_nan, ntile($3::int) OVER (ORDER BY step, timestamp, value, is_nan) AS bucket
        FROM metrics WHERE run_uuid = $1 AND key = $2
      ) bucketed
    ) ranked WHERE rn = 1 ORDER BY step, timestamp, value, is_nan`,
};

/** What one could write oneself, spikes kept: least and greatest per bucket of steps. Parameters: run, key, buckets. */
export const MIN_MAX_SERIES = {
  name: "mlflow_min_max_series",
  text: `
    SELECT (step - s.low) * $3::int / (s.high - s.low + 1) AS bucket,
      min(value) AS min, max(value) AS max, max(step) AS step, max(timestamp) AS timestamp
    FROM metrics, (SELECT min(step) AS low, max(step) AS high FROM metrics WHERE run_uuid = $1 AND key = $2) s
    WHERE run_uuid = $1 AND key = $2
    GROUP BY 1`,
};

/** The last values that a table of runs shows. Parameters: runs. */
export const LATEST_OF_RUNS = {
  name: "mlflow_latest_of_runs",
  text: "SELECT run_uuid, key, value, timestamp, step, is_nan FROM latest_metrics WHERE run_uuid = ANY($1)",
};

/** MLflow's search for the first $4 runs by one last value with one param. Parameters: metric, param, value, limit. */
export const TOP_RUNS = {
  name: "mlflow_top_runs",
  text: `
    SELECT DISTINCT r.*, CASE WHEN l.is_nan THEN 1 WHEN l.value IS NULL THEN 2 ELSE 0 END AS clause_1, l.value
    FROM runs r
    JOIN (SELECT * FROM params WHERE key = $2 AND value = $3) p ON p.run_uuid = r.run_uuid
    LEFT JOIN (SELECT * FROM latest_metrics WHERE key = $1) l ON l.run_uuid = r.run_uuid
    WHERE r.experiment_id = 0 AND r.lifecycle_stage = 'active'
    ORDER BY clause_1, l.value, r.start_time DESC, r.run_uuid LIMIT $4`,
};

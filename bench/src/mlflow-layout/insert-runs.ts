const AT_MS = 1_750_000_000_000;

/** Latest values of one run. Parameters: run, keys, values. */
export const INSERT_LATEST = `
  INSERT INTO latest_metrics (key, value, timestamp, step, is_nan, run_uuid)
  SELECT key, value, ${AT_MS}, 0, false, $1 FROM unnest($2::varchar[], $3::float8[]) AS l (key, value)`;

/** One latest value of many runs. Parameters: key, runs, values. */
export const INSERT_LATEST_OF = `
  INSERT INTO latest_metrics (key, value, timestamp, step, is_nan, run_uuid)
  SELECT $1, value, ${AT_MS}, 0, false, run FROM unnest($2::varchar[], $3::float8[]) AS l (run, value)`;

/** Active runs of one experiment, one a second. Parameters: runs. */
export const INSERT_RUNS = `
  INSERT INTO runs (run_uuid, name, status, start_time, lifecycle_stage, experiment_id)
  SELECT id, 'bench', 'FINISHED', ${AT_MS} + at * 1000, 'active', 0
  FROM unnest($1::varchar[]) WITH ORDINALITY AS r (id, at)`;

/** One param of many runs. Parameters: key, runs, values. */
export const INSERT_PARAMS = `
  INSERT INTO params (key, value, run_uuid)
  SELECT $1, value, run FROM unnest($2::varchar[], $3::varchar[]) AS p (run, value)`;

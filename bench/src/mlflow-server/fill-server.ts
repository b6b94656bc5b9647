import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { KeyColumns } from "../data/columns.ts";
import { SEARCHED, type SearchedRun } from "../data/searched-runs.ts";

const AT_MS = 1_750_000_000_000;
/** As the server itself writes them for each run. */
const TAGS = ["mlflow.user", "mlflow.runName"];

/** Puts runs into a real server's own tables, each with a param and the one value of a metric, as its API would. */
export async function fillServer(pool: pg.Pool, experimentId: string, runs: readonly SearchedRun[]): Promise<void> {
  // As the server makes them: in no order.
  const ids = runs.map(() => randomUUID().replaceAll("-", ""));
  await pool.query(
    `INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time,
       source_version, lifecycle_stage, artifact_uri, experiment_id)
     SELECT id, 'bench', 'UNKNOWN', '', '', 'bench', 'FINISHED', started_at, started_at + 3600000, '', 'active',
       'mlflow-artifacts:/' || $1 || '/' || id || '/artifacts', $1::int
     FROM unnest($2::varchar[], $3::int8[]) AS r (id, started_at)`,
    [experimentId, ids, runs.map(({ startedAtMs }) => startedAtMs)],
  );
  await pool.query(
    "INSERT INTO params (key, value, run_uuid) SELECT $1, value, run FROM unnest($2::varchar[], $3::varchar[]) AS p (run, value)",
    [SEARCHED.param, ids, runs.map(({ optimizer }) => optimizer)],
  );
  const values = [SEARCHED.metric, ids, runs.map(({ loss }) => loss)];
  for (const table of ["metrics", "latest_metrics"]) {
    await pool.query(
      `INSERT INTO ${table} (key, value, timestamp, step, is_nan, run_uuid)
       SELECT $1, value, ${AT_MS}, 0, false, run FROM unnest($2::varchar[], $3::float8[]) AS l (run, value)`,
      values,
    );
  }
  for (const tag of TAGS) {
    await pool.query(
      "INSERT INTO tags (key, value, run_uuid) SELECT $1, 'bench', run FROM unnest($2::varchar[]) AS t (run)",
      [tag, ids],
    );
  }
  await pool.query("VACUUM ANALYZE");
}

/** Puts one series of a run into a real server's own tables. */
export async function fillSeries(
  pool: pg.Pool,
  runId: string,
  { key, steps, timesMs, values }: KeyColumns,
): Promise<void> {
  const array = (column: Float64Array): string => `{${column.join()}}`;
  await pool.query(
    `INSERT INTO metrics (key, value, timestamp, step, is_nan, run_uuid)
     SELECT $1, value, time, step, false, $2 FROM unnest($3::float8[], $4::int8[], $5::int8[]) AS p (value, time, step)`,
    [key, runId, array(values), array(timesMs), array(steps)],
  );
  await pool.query("VACUUM ANALYZE metrics");
}

import { params } from "@assay/db";
import { SEARCHED, type SearchedRun } from "../data/searched-runs.ts";
import type { OurHouse } from "./house.ts";
import { loadSeries } from "./load-series.ts";

/** These columns of a summary hold the one value a run has logged. */
const VALUE_COLUMNS = ["last", "first", "min", "max", "mean"];
const ENDED = { status: "'finished'::run_status", ended_at: "b.started_at + interval '1 hour'" };

/**
 * Makes very many runs by copying one that was made through the product: its row, its param and its summaries, each
 * copy with an id, a number, a start, a param value and a metric value of its own.
 */
export async function fillRuns(house: OurHouse, runs: readonly SearchedRun[], experiment?: string): Promise<void> {
  const [model] = await house.newRuns(1, experiment);
  if (model === undefined) throw new Error("one run was asked for");
  const { id: projectId } = house.ctx.project;
  await params.add(house.ctx.db, projectId, [{ runId: model, params: { [SEARCHED.param]: "none" } }]);
  const point = { steps: Float64Array.of(0), timesMs: Float64Array.of(1_750_000_000_000), values: Float64Array.of(1) };
  await loadSeries(house.loader, projectId, [{ runId: model, series: [{ key: SEARCHED.metric, ...point }] }]);
  await house.pool.query(
    "CREATE TABLE bench_run (id uuid, at int, started_at timestamptz, optimizer text, loss float8)",
  );
  await house.pool.query(
    `INSERT INTO bench_run SELECT id, at - 1, to_timestamp(started_at_ms / 1000.0), optimizer, loss
     FROM unnest($1::uuid[], $2::int8[], $3::text[], $4::float8[]) WITH ORDINALITY AS b (id, started_at_ms, optimizer, loss, at)`,
    [
      runs.map(({ runId }) => runId),
      runs.map(({ startedAtMs }) => startedAtMs),
      runs.map(({ optimizer }) => optimizer),
      runs.map(({ loss }) => loss),
    ],
  );
  const { rows } = await house.pool.query<{ last: number }>("SELECT greatest(max(number), 1000000) AS last FROM run");
  const number = `${rows[0]?.last ?? 1_000_000} + 1 + b.at`;
  await copyRows(house, "run", "id", model, { ...ENDED, id: "b.id", number, started_at: "b.started_at" });
  await copyRows(house, "param", "run_id", model, { run_id: "b.id", value: "b.optimizer" });
  const value = Object.fromEntries(VALUE_COLUMNS.map((column) => [column, "b.loss"]));
  await copyRows(house, "metric_summary", "run_id", model, { run_id: "b.id", ...value });
  // Packed for the run table: the model's numbers are as good as any to show.
  await copyRows(house, "run_summary", "run_id", model, { run_id: "b.id" });
  await house.pool.query("DROP TABLE bench_run");
  await house.pool.query("VACUUM ANALYZE");
}

/** One copy of the model's rows in a table for each of the new runs; `changed` columns come from there. */
async function copyRows(
  { pool }: OurHouse,
  table: string,
  key: string,
  model: string,
  changed: Record<string, string>,
): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER'",
    [table],
  );
  const names = rows.map(({ name }) => name);
  const from = names.map((name) => changed[name] ?? `t.${name}`);
  await pool.query(
    `INSERT INTO ${table} (${names.join(", ")}) SELECT ${from.join(", ")} FROM ${table} t, bench_run b WHERE t.${key} = $1`,
    [model],
  );
}

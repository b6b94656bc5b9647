import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type KeyColumns, sliceColumns } from "../data/columns.ts";
import { SEARCHED, type SearchedRun } from "../data/searched-runs.ts";
import { copyIn } from "../postgres/copy-in.ts";
import { openPool } from "../postgres/open-pool.ts";
import { APPEND_STATEMENT } from "./append-statement.ts";
import { CREATE_METRIC_INDEXES, CREATE_TABLES, DROP_METRIC_INDEXES } from "./create-tables.ts";
import { INSERT_LATEST, INSERT_LATEST_OF, INSERT_PARAMS, INSERT_RUNS } from "./insert-runs.ts";
import { COPY_METRICS, metricRows } from "./metric-rows.ts";

/** MLflow's log-batch takes no more. */
const MOST_PER_STATEMENT = 1_000;
/** Rows of one series that stand together when several were logged at the same time. */
const RUN_LENGTH = 1_000;

export interface RunColumns {
  runId: string;
  series: readonly KeyColumns[];
}

/** The peer: MLflow's table layout in the same PostgreSQL, written and read as kindly as it can be. */
export class MlflowLayout {
  readonly pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  static async open(url: string): Promise<MlflowLayout> {
    const layout = new MlflowLayout(openPool(url, 64));
    await layout.pool.query(CREATE_TABLES);
    return layout;
  }

  newRuns(count: number): string[] {
    return Array.from({ length: count }, () => randomUUID().replaceAll("-", ""));
  }

  async createIndexes(): Promise<void> {
    await this.pool.query(CREATE_METRIC_INDEXES);
  }

  /** Adds points of one run, durable when it resolves. */
  async append(runId: string, series: readonly KeyColumns[]): Promise<void> {
    for (const part of statementsOf(series)) {
      const columns = [part.keys, part.values, part.timesMs, part.steps, part.values.map(Number.isNaN)];
      await this.pool.query({ ...APPEND_STATEMENT, values: [runId, ...columns.map((column) => `{${column.join()}}`)] });
    }
  }

  /** Loads whole series without indexes, then builds these packed. Series take turns, as runs of the same time do. */
  async load(runs: readonly RunColumns[]): Promise<void> {
    await copyIn(this.pool, COPY_METRICS, interleavedRows(runs));
    await this.createIndexes();
    await this.pool.query("VACUUM metrics");
  }

  /** The last value of each key of each run, as MLflow keeps it beside the points. */
  async loadLatest(runs: readonly RunColumns[]): Promise<void> {
    for (const { runId, series } of runs) {
      const last = series.map(({ values }) => values.at(-1));
      await this.pool.query(INSERT_LATEST, [runId, series.map(({ key }) => key), last]);
    }
    await this.pool.query("VACUUM ANALYZE");
  }

  /** Runs with a param and the last value of a metric each. */
  async loadRuns(runs: readonly SearchedRun[]): Promise<void> {
    const ids = runs.map(({ runId }) => runId);
    await this.pool.query(INSERT_RUNS, [ids]);
    await this.pool.query(INSERT_PARAMS, [SEARCHED.param, ids, runs.map(({ optimizer }) => optimizer)]);
    await this.pool.query(INSERT_LATEST_OF, [SEARCHED.metric, ids, runs.map(({ loss }) => loss)]);
    await this.pool.query("VACUUM ANALYZE");
  }

  /** Back to empty tables without the indexes that `load` builds. */
  async dropPacked(): Promise<void> {
    await this.pool.query(DROP_METRIC_INDEXES);
  }

  async empty(): Promise<void> {
    await this.pool.query("TRUNCATE metrics, latest_metrics");
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

interface StatementPart {
  keys: string[];
  values: number[];
  timesMs: number[];
  steps: number[];
}

function statementsOf(series: readonly KeyColumns[]): StatementPart[] {
  const parts: StatementPart[] = [];
  let part: StatementPart | undefined;
  for (const { key, steps, timesMs, values } of series) {
    for (let at = 0; at < steps.length; at += 1) {
      if (part === undefined || part.keys.length === MOST_PER_STATEMENT) {
        part = { keys: [], values: [], timesMs: [], steps: [] };
        parts.push(part);
      }
      part.keys.push(key);
      part.values.push(values[at] ?? 0);
      part.timesMs.push(timesMs[at] ?? 0);
      part.steps.push(steps[at] ?? 0);
    }
  }
  return parts;
}

function* interleavedRows(runs: readonly RunColumns[]): Generator<Buffer> {
  const all = runs.flatMap(({ runId, series }) => series.map((columns) => ({ runId, columns })));
  const longest = all.reduce((most, { columns }) => Math.max(most, columns.steps.length), 0);
  for (let from = 0; from < longest; from += RUN_LENGTH) {
    for (const { runId, columns } of all) {
      if (from < columns.steps.length) yield metricRows(runId, sliceColumns(columns, from, from + RUN_LENGTH));
    }
  }
}

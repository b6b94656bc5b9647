import type { MetricSummary, ProjectId, RunId } from "@assay/contract";
import { type Buckets, downsample, type PointColumns } from "@assay/domain";
import { arrayLiteral, toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { insertPoints } from "../sql/metrics/insert-points.ts";
import { lockRunsShared } from "../sql/metrics/lock-runs.ts";
import { markStale } from "../sql/metrics/mark-stale.ts";
import { notifyLive } from "../sql/metrics/notify-live.ts";
import { type PointsRow, readPoints } from "../sql/metrics/read-points.ts";
import { readSummaries, type SummaryRow } from "../sql/metrics/read-summaries.ts";
import { touchHeartbeat } from "../sql/metrics/touch-heartbeat.ts";
import type { Store } from "../store.ts";
import { clientExecutor, type Executor } from "./client-executor.ts";
import { GroupCommit } from "./group-commit.ts";
import { MetricKeys } from "./metric-keys.ts";
import type { MetricStore, PointBatch, SeriesQuery, StoredSeries } from "./metric-store.ts";
import { pointParameters, type ResolvedBatch } from "./point-rows.ts";
import { Summarizer } from "./summarizer.ts";

/** Called in the appending transaction for each run whose summaries have just become stale. */
export type OnStale = (executor: Pick<Store, "executeSql">, runId: RunId) => Promise<void>;

/** Keeps points as rows with integer keys; requests that arrive during a commit share the next one. */
export class PgMetricStore implements MetricStore {
  private readonly db: Db;
  private readonly onStale: OnStale;
  private readonly keys: MetricKeys;
  private readonly commits: GroupCommit<ResolvedBatch>;
  private readonly summarizer: Summarizer;

  constructor(db: Db, onStale: OnStale) {
    this.db = db;
    this.onStale = onStale;
    this.keys = new MetricKeys(db);
    this.commits = new GroupCommit((batches) => this.commit(batches));
    this.summarizer = new Summarizer(db);
  }

  async prepare(projectId: ProjectId, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.keys.ensure(projectId, [...new Set(keys)]);
  }

  async append(batch: PointBatch, tx?: Store): Promise<void> {
    if (batch.series.length === 0) return;
    const keyIds = await this.keys.ensure(
      batch.projectId,
      batch.series.map(({ key }) => key),
    );
    const resolved = { ...batch, keyIds };
    await (tx === undefined ? this.commits.add(resolved) : this.write(tx, [resolved]));
  }

  async readRange(query: SeriesQuery): Promise<StoredSeries<PointColumns>[]> {
    const keyIds = await this.keys.find(query.projectId, query.keys);
    const names = new Map([...keyIds].map(([name, id]) => [id, name]));
    const from = query.fromStep ?? Number.NEGATIVE_INFINITY;
    const to = query.toStep ?? Number.POSITIVE_INFINITY;
    const values = [query.runIds, [...keyIds.values()], from, to];
    const rows = await this.db.query<PointsRow>(readPoints, values);
    return rows.map((row) => ({
      runId: toId<RunId>(row.run_id),
      key: names.get(row.key_id) ?? "",
      points: { steps: row.steps, timesMs: row.times.map(Number), values: row.values },
      pointCount: row.steps.length,
    }));
  }

  async readDownsampled(query: SeriesQuery & { maxPoints: number }): Promise<StoredSeries<Buckets>[]> {
    const series = await this.readRange(query);
    return series.map((one) => ({ ...one, points: downsample(one.points, query.maxPoints) }));
  }

  async summaries(projectId: ProjectId, runIds: readonly RunId[]): Promise<Map<RunId, MetricSummary[]>> {
    await this.refresh(runIds);
    const rows = await this.db.query<SummaryRow>(readSummaries, [projectId, runIds]);
    const byRun = new Map<RunId, MetricSummary[]>(runIds.map((id) => [id, []]));
    for (const row of rows) byRun.get(toId<RunId>(row.run_id))?.push(toSummary(row));
    return byRun;
  }

  summarize(runIds: readonly RunId[]): Promise<void> {
    return this.summarizer.summarize(runIds);
  }

  refresh(runIds: readonly RunId[]): Promise<void> {
    return this.summarizer.refresh(runIds);
  }

  /** Resolves when every append under way has been answered; to be awaited before the database is closed. */
  idle(): Promise<void> {
    return this.commits.idle();
  }

  private async commit(batches: ResolvedBatch[]): Promise<void> {
    const client = await this.db.pool.connect();
    try {
      await client.query("BEGIN");
      await this.write(clientExecutor(client), batches);
      await client.query("COMMIT");
      client.release();
    } catch (error) {
      await client.query("ROLLBACK").then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }

  private async write(executor: Executor, batches: readonly ResolvedBatch[]): Promise<void> {
    const runIds = [...new Set(batches.map((batch) => batch.runId))].sort();
    const ids = arrayLiteral(runIds);
    await executor.query(lockRunsShared, [ids]);
    await executor.query(insertPoints, pointParameters(batches));
    await executor.query(touchHeartbeat, [ids]);
    const stale = await executor.query<{ id: string }>(markStale, [ids]);
    for (const row of stale) await this.onStale(executor, toId<RunId>(row.id));
    await executor.query(notifyLive, [ids]);
  }
}

function toSummary(row: SummaryRow): MetricSummary {
  return {
    key: row.name,
    last: row.last,
    lastStep: row.last_step,
    lastTimeMs: Number(row.last_time_ms),
    first: row.first,
    firstStep: row.first_step,
    min: row.min,
    max: row.max,
    mean: row.mean,
    count: Number(row.count),
    argmin: row.argmin,
    argmax: row.argmax,
    nans: Number(row.nans),
  };
}

import type { MetricAggregate, MetricStoreStatus, MetricSummary, ProjectId, RunId } from "@assay/contract";
import { type Blocks, bucketBlocks, type PointColumns } from "@assay/domain";
import { compareTexts } from "../compare-texts.ts";
import type { Db } from "../db.ts";
import { GroupCommit, type Outcome } from "../group-commit.ts";
import { notifyLive } from "../live.ts";
import { LivePulse } from "../live-pulse.ts";
import { findState } from "../repositories/runs.ts";
import type { SummariesRow } from "../sql/metrics/run-summary.ts";
import type { SqlStore, Store } from "../store.ts";
import { asUnavailable } from "../unavailable.ts";
import { clientExecutor } from "./client-executor.ts";
import { Compactor } from "./compactor.ts";
import { deleteKeyOf } from "./delete-key.ts";
import { UnwritableRunError } from "./errors.ts";
import { frameRows } from "./frame-rows.ts";
import { type AppendResult, type EncodedBatch, roundsOf, writeFrames } from "./frame-writer.ts";
import { Heartbeats } from "./heartbeats.ts";
import { HotState } from "./hot-state.ts";
import { MetricKeys } from "./metric-keys.ts";
import { type MetricObserver, NO_OBSERVER } from "./metric-observer.ts";
import type { LatestPoint, MetricStore, PointBatch, RemovedSeries, SeriesQuery, StoredSeries } from "./metric-store.ts";
import { NameOrder } from "./name-order.ts";
import { Purger } from "./purger.ts";
import { moveRowPoints } from "./row-points.ts";
import { exportRun, type SeriesPart } from "./series-export.ts";
import { SeriesReader } from "./series-reader.ts";
import type { RunStats, RunSummaryPart } from "./stats-rows.ts";
import { StatusReader } from "./status-reader.ts";
import { SummaryReader, toSummary } from "./summary-reader.ts";

export interface MetricStoreOptions {
  /** Sends the job that wakes the compactor, in the appending transaction; called at most once a second. */
  wakeCompactor: (executor: Pick<SqlStore, "executeSql">) => Promise<void>;
  onError: (error: unknown) => void;
  /** Appends are refused while the hot tables are larger. */
  hotLimitBytes?: number | undefined;
  observer?: MetricObserver;
}

const HOT_LIMIT_BYTES = 4 * 1024 ** 3;
const WAKE_EVERY_MS = 1_000;

/**
 * Keeps points in PostgreSQL: as frames, one for each request, which requests that arrive during a commit share with
 * the next; then in chunks with a pyramid, which the compactor makes of frames.
 */
export class PgMetricStore implements MetricStore {
  private readonly db: Db;
  private readonly options: MetricStoreOptions;
  private readonly keys: MetricKeys;
  private readonly commits: GroupCommit<EncodedBatch, AppendResult>;
  private readonly hot: HotState;
  private readonly live: LivePulse;
  private readonly heartbeats: Heartbeats;
  private readonly compactor: Compactor;
  private readonly purger: Purger;
  private readonly series: SeriesReader;
  private readonly summary: SummaryReader;
  private readonly state: StatusReader;
  private readonly observer: MetricObserver;
  private wokenAtMs = Number.NEGATIVE_INFINITY;

  constructor(db: Db, options: MetricStoreOptions) {
    this.db = db;
    this.options = options;
    this.keys = new MetricKeys(db);
    this.commits = new GroupCommit((batches) => this.flush(batches));
    this.observer = options.observer ?? NO_OBSERVER;
    const limitBytes = options.hotLimitBytes ?? HOT_LIMIT_BYTES;
    this.hot = new HotState(db, limitBytes);
    this.state = new StatusReader(db, limitBytes);
    this.live = new LivePulse(db, options.onError);
    this.heartbeats = new Heartbeats(db, options.onError);
    this.compactor = new Compactor(db, this.observer);
    this.purger = new Purger(db);
    this.series = new SeriesReader(db);
    this.summary = new SummaryReader(db, (runIds) => this.compact(runIds));
  }

  async prepare(projectId: ProjectId, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.keys.ensure(projectId, [...new Set(keys)]);
  }

  async append(batch: PointBatch, tx?: SqlStore): Promise<AppendResult> {
    await this.hot.requireRoom();
    const names = batch.series.map(({ key }) => key);
    // The insert would refuse the run as well, but by then the project would have keys that nothing was logged under.
    const keyIds = await this.keys.ensure(batch.projectId, names, () => this.requireWritable(tx ?? this.db, batch));
    const encoded = { ...batch, rows: frameRows(batch, keyIds) };
    return tx === undefined ? this.commits.add(encoded) : this.appendIn(tx, encoded);
  }

  async readRange(query: SeriesQuery): Promise<StoredSeries<PointColumns>[]> {
    return this.series.whole(query, await this.keys.find(query.projectId, query.keys));
  }

  async readBlocks(query: SeriesQuery & { maxPoints: number }): Promise<StoredSeries<Blocks>[]> {
    return this.series.blocks(query, await this.keys.find(query.projectId, query.keys), query.maxPoints);
  }

  async readDownsampled(query: SeriesQuery & { maxPoints: number }): Promise<StoredSeries<Blocks>[]> {
    const found = await this.readBlocks(query);
    return found.map((series) => ({ ...series, points: bucketBlocks(series.points, query.maxPoints) }));
  }

  async summaries(projectId: ProjectId, runIds: readonly RunId[]): Promise<Map<RunId, MetricSummary[]>> {
    const byRun = await this.summary.stats(runIds);
    const names = await this.namesOf(
      projectId,
      Array.from(byRun.values(), (stats) => stats.keys()),
    );
    const named = (stats: RunStats): MetricSummary[] =>
      [...stats]
        .map(([keyId, one]) => toSummary(names.get(keyId) ?? "", one))
        .sort((a, b) => compareTexts(a.key, b.key));
    return new Map([...byRun].map(([runId, stats]) => [runId, named(stats)]));
  }

  async latest(
    projectId: ProjectId,
    runIds: readonly RunId[],
    read: SummariesRow | null = null,
  ): Promise<Map<RunId, LatestPoint[]>> {
    const byRun = await this.summary.latest(runIds, read);
    // Many runs share their arrays.
    const lists = new Set(Array.from(byRun.values(), ({ keyIds }) => keyIds));
    const order = new NameOrder(await this.namesOf(projectId, lists));
    const named = (part: RunSummaryPart): LatestPoint[] => {
      const [last, lastStep, lastTimeMs] = part.columns;
      return order.of(part).map(({ key, at }) => ({
        key,
        last: last?.[part.from + at] ?? Number.NaN,
        lastStep: lastStep?.[part.from + at] ?? Number.NaN,
        lastTimeMs: lastTimeMs?.[part.from + at] ?? Number.NaN,
      }));
    };
    const latest = new Map<RunId, LatestPoint[]>();
    for (const [runId, part] of byRun) latest.set(runId, named(part));
    return latest;
  }

  async aggregates(
    projectId: ProjectId,
    runIds: readonly RunId[],
    keys: readonly string[],
    aggregate: MetricAggregate,
  ): Promise<Map<RunId, (number | undefined)[]>> {
    const keyIds = await this.keys.find(projectId, keys);
    return this.summary.aggregates(
      runIds,
      keys.map((key) => keyIds.get(key)),
      aggregate,
    );
  }

  compact(runIds: readonly RunId[]): Promise<void> {
    return this.compactor.compact(runIds);
  }

  settle(runId: RunId): Promise<void> {
    return this.compactor.settle(runId);
  }

  compactReady(options: { signal: AbortSignal; untilMs: number }): Promise<boolean> {
    return this.compactor.compactReady(options);
  }

  deleteKey(tx: Store, projectId: ProjectId, runId: RunId, key: string): Promise<RemovedSeries | null> {
    return deleteKeyOf(tx, projectId, runId, key);
  }

  purge(options: { signal: AbortSignal; untilMs: number }): Promise<{ isDone: boolean; rows: number }> {
    return this.purger.purge(options);
  }

  exportRun(query: Parameters<MetricStore["exportRun"]>[0]): AsyncGenerator<SeriesPart> {
    return exportRun(this.db, this, query, (names) => this.keys.find(query.projectId, names));
  }

  moveRowPoints(signal: AbortSignal): Promise<boolean> {
    return moveRowPoints(this.db, signal);
  }

  status(): Promise<MetricStoreStatus> {
    return this.state.read();
  }

  /** Resolves when every append under way has been answered and said; to be awaited before the database is closed. */
  async idle(): Promise<void> {
    await this.commits.idle();
    await this.live.idle();
    await this.heartbeats.idle();
  }

  /** Names of all keys in some lists. */
  private namesOf(projectId: ProjectId, lists: Iterable<Iterable<number>>): Promise<Map<number, string>> {
    const keyIds = new Set<number>();
    for (const list of lists) for (const keyId of list) keyIds.add(keyId);
    return this.keys.names(projectId, keyIds);
  }

  private async requireWritable(store: SqlStore, { projectId, runId }: PointBatch): Promise<void> {
    const run = await findState(store, projectId, runId);
    if (run === null || run.isArchived) throw new UnwritableRunError(runId);
  }

  private async appendIn(tx: SqlStore, batch: EncodedBatch): Promise<AppendResult> {
    const [outcome] = await writeFrames(tx, this.hot.slot, [batch], "text");
    await this.options.wakeCompactor(tx);
    await notifyLive(tx, { kind: "metrics", projectId: batch.projectId, runId: batch.runId });
    if (outcome === undefined) throw new Error("the append had no outcome");
    if ("error" in outcome) throw outcome.error;
    this.count([batch], [outcome]);
    return outcome.result;
  }

  private count(batches: readonly EncodedBatch[], outcomes: readonly Outcome<AppendResult>[]): void {
    let points = 0;
    outcomes.forEach((outcome, at) => {
      if (!("result" in outcome) || outcome.result !== "accepted") return;
      for (const { pointCount } of batches[at]?.rows ?? []) points += pointCount;
    });
    this.observer.accepted(points);
  }

  private async flush(batches: EncodedBatch[]): Promise<Outcome<AppendResult>[]> {
    const outcomes: Outcome<AppendResult>[] = [];
    const startedAtMs = performance.now();
    for (const round of roundsOf(batches)) {
      const ofRound = round.flatMap((at) => batches[at] ?? []);
      const written = await this.commit(ofRound);
      round.forEach((at, index) => {
        const outcome = written[index];
        if (outcome !== undefined) outcomes[at] = outcome;
      });
    }
    this.observer.flushed(batches.length, (performance.now() - startedAtMs) / 1_000);
    this.count(batches, outcomes);
    this.live.note(...batches.map(({ projectId, runId }) => ({ kind: "metrics", projectId, runId }) as const));
    this.heartbeats.note(batches.map(({ runId }) => runId));
    return outcomes;
  }

  /** One statement that commits by itself; once a second a transaction that also sends for the compactor. */
  private async commit(batches: readonly EncodedBatch[]): Promise<Outcome<AppendResult>[]> {
    if (Date.now() - this.wokenAtMs < WAKE_EVERY_MS) return writeFrames(this.db, this.hot.slot, batches, "binary");
    const client = await this.db.pool.connect().catch((error: unknown) => {
      throw asUnavailable(error);
    });
    try {
      const executor = clientExecutor(client);
      await client.query("BEGIN");
      const outcomes = await writeFrames(executor, this.hot.slot, batches, "binary");
      await this.options.wakeCompactor(executor);
      await client.query("COMMIT");
      client.release();
      this.wokenAtMs = Date.now();
      return outcomes;
    } catch (error) {
      // Closing the connection rolls back what it had begun.
      client.release(true);
      throw asUnavailable(error);
    }
  }
}

import type {
  IngestWriter,
  MetricAggregate,
  MetricStoreStatus,
  MetricSummary,
  ProjectId,
  RunId,
} from "@assay/contract";
import type { Blocks, KeyPoints, PointColumns } from "@assay/domain";
import type { SummariesRow } from "../sql/metrics/run-summary.ts";
import type { SqlStore, Store } from "../store.ts";
import type { SeriesPart } from "./series-export.ts";

/** Points of one run, each key once. */
export interface PointBatch {
  projectId: ProjectId;
  runId: RunId;
  series: readonly KeyPoints[];
  writer?: IngestWriter | undefined;
}

export interface SeriesQuery {
  projectId: ProjectId;
  runIds: readonly RunId[];
  keys: readonly string[];
  fromStep?: number | undefined;
  toStep?: number | undefined;
  /** By run, for a range of time since each run's start is another for each. */
  times?: ReadonlyMap<RunId, TimeRange> | undefined;
}

export interface TimeRange {
  fromMs: number;
  toMs: number;
}

export interface StoredSeries<Columns> {
  runId: RunId;
  key: string;
  points: Columns;
  /** Points in the asked range, before any bucketing. */
  pointCount: number;
  /** Points of the smallest part the answer was made of: 1 when every point was looked at. */
  blockPoints: number;
}

export interface RemovedSeries {
  points: number;
  bytes: number;
}

/** The last point of a series by (step, time, value). */
export type LatestPoint = Pick<MetricSummary, "key" | "last" | "lastStep" | "lastTimeMs">;

/**
 * Where metric points live. Everything above it goes through these verbs, so that the engine below can change.
 * A point is its whole (key, step, time, value); a point appended twice is there once.
 */
export interface MetricStore {
  /** Makes key names known ahead of an append with `tx`, which must not wait for a second connection. */
  prepare(projectId: ProjectId, keys: readonly string[]): Promise<void>;
  /**
   * Adds points. Resolves after they are durable; with `tx` they are durable when it commits. Answers "duplicate" for
   * a sequence that was taken before.
   * @throws UnwritableRunError when the run is not in the project or archived; DomainError SEQUENCE_GAP for a sequence
   * that is not the writer's next, RATE_LIMITED when compaction is too far behind. Nothing of the batch is then kept.
   */
  append(batch: PointBatch, tx?: SqlStore): Promise<"accepted" | "duplicate">;
  /** Whole series, ordered by (step, time); series without points are left out. Forks include what they inherit. */
  readRange(query: SeriesQuery): Promise<StoredSeries<PointColumns>[]>;
  /** The same in blocks, fine enough to make `maxPoints` buckets of them; point by point where that is fine enough. */
  readBlocks(query: SeriesQuery & { maxPoints: number }): Promise<StoredSeries<Blocks>[]>;
  /** The same at no more than `maxPoints` entries each. */
  readDownsampled(query: SeriesQuery & { maxPoints: number }): Promise<StoredSeries<Blocks>[]>;
  /** Up-to-date summaries of each run's own points, by run. */
  summaries(projectId: ProjectId, runIds: readonly RunId[]): Promise<Map<RunId, MetricSummary[]>>;
  /**
   * The last point of each series of each run, by run and in the order of the keys; up to date. From what was `read` of
   * the runs together with them, when it was.
   */
  latest(
    projectId: ProjectId,
    runIds: readonly RunId[],
    read?: SummariesRow | null,
  ): Promise<Map<RunId, LatestPoint[]>>;
  /** One aggregate of each run's keys, up to date and in their order; undefined where the run has no points of a key. */
  aggregates(
    projectId: ProjectId,
    runIds: readonly RunId[],
    keys: readonly string[],
    aggregate: MetricAggregate,
  ): Promise<Map<RunId, (number | undefined)[]>>;
  /** Compacts what was appended to these runs, so that filters and orders see it. Safe at any time, any number of times. */
  compact(runIds: readonly RunId[]): Promise<void>;
  /** The same for a run that has ended, joining small chunks for good. */
  settle(runId: RunId): Promise<void>;
  /** Removes one series of a run as far as it is compacted; null when there is none. Holds its compaction until `tx` ends. */
  deleteKey(tx: Store, projectId: ProjectId, runId: RunId, key: string): Promise<RemovedSeries | null>;
  /** Clears away what deleted runs logged; not done when `signal` or the deadline came before. For the worker. */
  purge(options: { signal: AbortSignal; untilMs: number }): Promise<{ isDone: boolean; rows: number }>;
  /** Compacts whatever is ready until nothing waits; false when `signal` or the deadline came before. For the worker. */
  compactReady(options: { signal: AbortSignal; untilMs: number }): Promise<boolean>;
  /** Every point of a run, inherited ones included, key by key and each a part after the other; of all keys for null. */
  exportRun(query: { projectId: ProjectId; runId: RunId; keys: readonly string[] | null }): AsyncGenerator<SeriesPart>;
  /** Moves points that version 0.1 kept in rows into chunks; false when `signal` came before. For the worker. */
  moveRowPoints(signal: AbortSignal): Promise<boolean>;
  /** How full the store is and how far compaction is behind; at most a second old. */
  status(): Promise<MetricStoreStatus>;
}

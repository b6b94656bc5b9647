import type { MetricSummary, ProjectId, RunId } from "@assay/contract";
import type { Buckets, KeyPoints, PointColumns } from "@assay/domain";
import type { Store } from "../store.ts";

/** Points of one run, each key once. */
export interface PointBatch {
  projectId: ProjectId;
  runId: RunId;
  series: readonly KeyPoints[];
}

export interface SeriesQuery {
  projectId: ProjectId;
  runIds: readonly RunId[];
  keys: readonly string[];
  fromStep?: number | undefined;
  toStep?: number | undefined;
}

export interface StoredSeries<Columns> {
  runId: RunId;
  key: string;
  points: Columns;
  /** Points in the asked range, before any bucketing. */
  pointCount: number;
}

/**
 * Where metric points live. Everything above it goes through these verbs, so that the engine below can change.
 * A point is its whole (key, step, time, value); a point appended twice is there once.
 */
export interface MetricStore {
  /** Makes key names known ahead of an append with `tx`, which must not wait for a second connection. */
  prepare(projectId: ProjectId, keys: readonly string[]): Promise<void>;
  /** Adds points. Resolves after they are durable; with `tx` they are durable when it commits. */
  append(batch: PointBatch, tx?: Store): Promise<void>;
  /** Whole series, ordered by (step, time); series without points are left out. Forks include what they inherit. */
  readRange(query: SeriesQuery): Promise<StoredSeries<PointColumns>[]>;
  /** The same at no more than `maxPoints` entries each. */
  readDownsampled(query: SeriesQuery & { maxPoints: number }): Promise<StoredSeries<Buckets>[]>;
  /** Up-to-date summaries of each run's own points, by run. */
  summaries(projectId: ProjectId, runIds: readonly RunId[]): Promise<Map<RunId, MetricSummary[]>>;
  /** Writes the summaries of runs anew from their points. Safe to run at any time, any number of times. */
  summarize(runIds: readonly RunId[]): Promise<void>;
  /** The same for those runs only whose summaries do not cover all their points. */
  refresh(runIds: readonly RunId[]): Promise<void>;
}

import { z } from "zod";

const Count = z.number().int().min(0);

/** Points that are durable and wait to be compacted. */
export const HotStatus = z.object({
  frames: Count,
  points: Count,
  /** Runs that have such points. */
  runs: Count,
  /** Of both hot tables, dead rows and indexes included: what the limit is compared with. */
  sizeBytes: Count,
  /** Appends are refused above it. */
  limitBytes: Count,
  /** How long the oldest of them has waited: the compaction lag. 0 when none waits. */
  lagMs: z.number().min(0),
});
export type HotStatus = z.infer<typeof HotStatus>;

/** Points in chunks. `chunks` and `points` are exact while the table is small and estimates from a sample after. */
export const ChunkStatus = z.object({
  isEstimate: z.boolean(),
  chunks: Count,
  points: Count,
  /** Null while there are none. */
  pointsPerChunk: z.number().nullable(),
  heapBytes: Count,
  toastBytes: Count,
  indexBytes: Count,
  /** Of the tables that keep what each series comes to. */
  summaryBytes: Count,
  /** Heap, TOAST and indexes of chunks for each point; null while there are none. */
  bytesPerPoint: z.number().nullable(),
});
export type ChunkStatus = z.infer<typeof ChunkStatus>;

/** How full the metric store is and how far compaction is behind. */
export const MetricStoreStatus = z.object({ hot: HotStatus, chunks: ChunkStatus });
export type MetricStoreStatus = z.infer<typeof MetricStoreStatus>;

/** A queue's jobs; `dead` ones failed for good and wait for somebody. */
export const QueueStatus = z.object({ name: z.string(), waiting: Count, active: Count, dead: Count });
export type QueueStatus = z.infer<typeof QueueStatus>;

/** What one process counted since it started. */
export const ProcessStatus = z.object({
  startedAtMs: z.number(),
  version: z.string(),
  nodeVersion: z.string(),
  /** Logging requests that were refused, by error code. */
  rejected: z.array(z.object({ reason: z.string(), count: Count })),
});
export type ProcessStatus = z.infer<typeof ProcessStatus>;

/** How the installation is doing, all workspaces together; `process` speaks of the server that answered. */
export const SystemStatus = z.object({
  metrics: MetricStoreStatus,
  queues: z.array(QueueStatus),
  process: ProcessStatus,
  postgresVersion: z.string(),
});
export type SystemStatus = z.infer<typeof SystemStatus>;

/** A queue whose dead jobs are to be tried again. */
export const RetryDeadJobs = z.object({ queue: z.string().min(1).max(100) });
export type RetryDeadJobs = z.infer<typeof RetryDeadJobs>;

import type { MetricStoreStatus, QueueStatus } from "@assay/contract";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { LabelledCounter } from "./labelled-counter.ts";

/** What is looked up when somebody asks, rather than counted as it happens. */
export interface MonitorStatus {
  metrics: MetricStoreStatus;
  queues: readonly QueueStatus[];
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** One process's figures in Prometheus' text format. Fits the metric store's observer. */
export class Monitor {
  private readonly registry = new Registry();
  private readonly status: () => Promise<MonitorStatus>;
  private readonly points = this.counter("assay_ingest_points_total", "Points accepted, repeats included");
  private readonly compactedPoints = this.counter("assay_compacted_points_total", "Points moved from frames to chunks");
  private readonly flushSeconds = this.histogram(
    "assay_ingest_flush_seconds",
    "Time of one commit of batches",
    SECONDS,
  );
  private readonly flushBatches = this.histogram("assay_flush_batches", "Batches that shared one commit", BATCHES);
  private readonly compactionSeconds = this.histogram("assay_compaction_seconds", "Time of one compaction", SECONDS);
  private readonly hotFrames = this.gauge("assay_hot_frames", "Frames that wait to be compacted");
  private readonly hotPoints = this.gauge("assay_hot_points", "Points that wait to be compacted");
  private readonly hotBytes = this.gauge("assay_hot_bytes", "Size of the hot tables, dead rows included");
  private readonly hotLimit = this.gauge(
    "assay_hot_limit_bytes",
    "Size of the hot tables above which appends are refused",
  );
  private readonly lag = this.gauge("assay_compaction_lag_seconds", "Age of the oldest frame that waits");
  private readonly chunks = this.gauge("assay_chunks", "Chunks; an estimate once they are many");
  private readonly chunkPoints = this.gauge("assay_chunk_points_avg", "Points of a chunk, on average");
  private readonly bytesPerPoint = this.gauge("assay_metric_bytes_per_point", "Bytes a compacted point takes on disk");
  private readonly jobs = this.gauge("assay_jobs", "Jobs by queue and state: waiting, active or dead", [
    "queue",
    "state",
  ]);

  constructor(status: () => Promise<MonitorStatus>) {
    this.status = status;
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  accepted(points: number): void {
    this.points.inc(points);
  }

  flushed(batches: number, seconds: number): void {
    this.flushBatches.observe(batches);
    this.flushSeconds.observe(seconds);
  }

  compacted(points: number, seconds: number): void {
    this.compactedPoints.inc(points);
    this.compactionSeconds.observe(seconds);
  }

  /** Shows a counter whose labels are words with a space between, one for each name. */
  show(counter: LabelledCounter, name: string, help: string, labelNames: readonly string[]): void {
    new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [words, count] of counter.values) {
          const values = words.split(" ");
          this.inc(Object.fromEntries(labelNames.map((label, at) => [label, values[at] ?? ""])), count);
        }
      },
    });
  }

  /** The whole page, with figures as they are now. */
  async page(): Promise<string> {
    const { metrics, queues } = await this.status();
    const { hot, chunks } = metrics;
    this.hotFrames.set(hot.frames);
    this.hotPoints.set(hot.points);
    this.hotBytes.set(hot.sizeBytes);
    this.hotLimit.set(hot.limitBytes);
    this.lag.set(hot.lagMs / 1_000);
    this.chunks.set(chunks.chunks);
    this.chunkPoints.set(chunks.pointsPerChunk ?? Number.NaN);
    this.bytesPerPoint.set(chunks.bytesPerPoint ?? Number.NaN);
    for (const { name, ...counts } of queues) {
      for (const [state, count] of Object.entries(counts)) this.jobs.set({ queue: name, state }, count);
    }
    return this.registry.metrics();
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({ name, help, buckets, registers: [this.registry] });
  }
}

import type { ChunkStatus, HotStatus, MetricStoreStatus } from "@assay/contract";
import type { Db } from "../db.ts";
import { type ChunkStatusRow, type HotStatusRow, readChunkStatus, readHotStatus } from "../sql/metrics/store-status.ts";

/** However many ask, the tables are looked at once in so long. */
const KEPT_MS = 1_000;

/** Says how full the store is, by statements whose cost does not grow with what is stored in chunks. */
export class StatusReader {
  private readonly db: Db;
  private readonly limitBytes: number;
  private kept: Promise<MetricStoreStatus> | null = null;
  private keptAtMs = 0;

  constructor(db: Db, limitBytes: number) {
    this.db = db;
    this.limitBytes = limitBytes;
  }

  async read(): Promise<MetricStoreStatus> {
    if (this.kept === null || Date.now() - this.keptAtMs >= KEPT_MS) {
      this.keptAtMs = Date.now();
      this.kept = this.look();
      // A failure is told to who asked and not kept.
      this.kept.catch(() => {
        this.kept = null;
      });
    }
    return this.kept;
  }

  private async look(): Promise<MetricStoreStatus> {
    const [[hot], [chunks]] = await Promise.all([
      this.db.query<HotStatusRow>(readHotStatus, []),
      this.db.query<ChunkStatusRow>(readChunkStatus, []),
    ]);
    if (hot === undefined || chunks === undefined) throw new Error("an aggregate always has a row");
    return { hot: toHot(hot, this.limitBytes), chunks: toChunks(chunks) };
  }
}

const toHot = ({ frames, points, runs, size_bytes, lag_ms }: HotStatusRow, limitBytes: number): HotStatus => ({
  frames: Number(frames),
  points: Number(points),
  runs: Number(runs),
  sizeBytes: Number(size_bytes),
  limitBytes,
  lagMs: lag_ms,
});

function toChunks({ is_estimate, chunks, points, ...bytes }: ChunkStatusRow): ChunkStatus {
  const [heapBytes, toastBytes, indexBytes] = [bytes.heap_bytes, bytes.toast_bytes, bytes.index_bytes].map(Number);
  const sizes = { heapBytes: heapBytes ?? 0, toastBytes: toastBytes ?? 0, indexBytes: indexBytes ?? 0 };
  const total = sizes.heapBytes + sizes.toastBytes + sizes.indexBytes;
  return {
    isEstimate: is_estimate,
    chunks,
    points,
    pointsPerChunk: chunks === 0 ? null : points / chunks,
    ...sizes,
    summaryBytes: Number(bytes.summary_bytes),
    bytesPerPoint: points === 0 ? null : total / points,
  };
}

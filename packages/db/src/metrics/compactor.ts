import type { RunId } from "@assay/contract";
import { arrayLiteral, toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { findHotRuns, type HotRunRow, listHotRuns } from "../sql/metrics/hot-runs.ts";
import { lockRun, tryLockRun } from "../sql/metrics/take-frames.ts";
import { clientExecutor, type Executor } from "./client-executor.ts";
import { compactRun } from "./compaction.ts";
import { rotateHot } from "./rotate-hot.ts";

/** A run is compacted once it has so many frames or points waiting, or the oldest is so old. */
const READY = { frames: 256, points: 12_800, ageMs: 5_000 } as const;
const PAUSE_MS = 500;
const ROTATE_EVERY_MS = 10_000;

interface Mode {
  /** Waits for a compaction of the run that is under way; otherwise leaves the run to it. */
  isWaiting: boolean;
  isFinal: boolean;
}

/** Moves points from frames into chunks, run by run, each in transactions of its own. */
export class Compactor {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  /** Compacts those of the runs that have frames waiting. */
  async compact(runIds: readonly RunId[]): Promise<void> {
    const hot = await this.db.query<{ run_id: string }>(findHotRuns, [arrayLiteral(runIds)]);
    for (const { run_id } of hot) await this.compactOne(toId<RunId>(run_id), { isWaiting: true, isFinal: false });
  }

  async settle(runId: RunId): Promise<void> {
    await this.compactOne(runId, { isWaiting: true, isFinal: true });
  }

  /** Compacts ready runs until none waits; false when the deadline or the signal came before. */
  async compactReady({ signal, untilMs }: { signal: AbortSignal; untilMs: number }): Promise<boolean> {
    let rotatedAtMs = Number.NEGATIVE_INFINITY;
    while (!signal.aborted && Date.now() < untilMs) {
      const waiting = await this.db.query<HotRunRow>(listHotRuns, []);
      if (waiting.length === 0) {
        await rotateHot(this.db);
        return true;
      }
      const ready = waiting.filter(isReady);
      for (const { run_id } of ready) {
        if (signal.aborted) return false;
        await this.compactOne(toId<RunId>(run_id), { isWaiting: false, isFinal: false });
      }
      if (Date.now() - rotatedAtMs > ROTATE_EVERY_MS) {
        rotatedAtMs = Date.now();
        await rotateHot(this.db);
      }
      if (ready.length === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return false;
  }

  private async compactOne(runId: RunId, mode: Mode): Promise<void> {
    const client = await this.db.pool.connect();
    try {
      const executor = clientExecutor(client);
      for (let hasMore = true; hasMore; ) {
        await client.query("BEGIN");
        hasMore = await compactLocked(executor, runId, mode);
        await client.query("COMMIT");
      }
      client.release();
    } catch (error) {
      // Closing the connection rolls back what it had begun and lets go of the run.
      client.release(true);
      throw error;
    }
  }
}

async function compactLocked(executor: Executor, runId: RunId, { isWaiting, isFinal }: Mode): Promise<boolean> {
  const [lock] = await executor.query<{ is_locked: boolean }>(isWaiting ? lockRun : tryLockRun, [runId]);
  return lock?.is_locked === true && (await compactRun(executor, runId, isFinal));
}

const isReady = ({ frames, points, age_ms }: HotRunRow): boolean =>
  Number(frames) >= READY.frames || Number(points) >= READY.points || age_ms >= READY.ageMs;

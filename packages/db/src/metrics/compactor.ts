import type { RunId } from "@assay/contract";
import { idArray, toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { findHotRuns, type HotRunRow, listHotRuns } from "../sql/metrics/hot-runs.ts";
import { lockRun, tryLockRun } from "../sql/metrics/take-frames.ts";
import { clientExecutor, type Executor } from "./client-executor.ts";
import { type Compacted, compactRun } from "./compaction.ts";
import type { MetricObserver } from "./metric-observer.ts";
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
  private readonly observer: MetricObserver;

  constructor(db: Db, observer: MetricObserver) {
    this.db = db;
    this.observer = observer;
  }

  /** Compacts those of the runs that have frames waiting. */
  async compact(runIds: readonly RunId[]): Promise<void> {
    const hot = await this.db.query<{ run_id: string }>(findHotRuns, [idArray(runIds)]);
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
      const progress = await this.compactEach(waiting.filter(isReady), signal);
      if (Date.now() - rotatedAtMs > ROTATE_EVERY_MS) {
        rotatedAtMs = Date.now();
        await rotateHot(this.db);
      }
      // Nothing is ready, or others are at all that is.
      if (progress === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return false;
  }

  /**
   * Answers how many of the runs were compacted; the others are in somebody else's hands.
   * @throws the first failure, after all others had their turn: one run's damage must not hold up the rest.
   */
  private async compactEach(runs: readonly HotRunRow[], signal: AbortSignal): Promise<number> {
    const failures: unknown[] = [];
    let compacted = 0;
    for (const { run_id } of runs) {
      if (signal.aborted) break;
      try {
        if (await this.compactOne(toId<RunId>(run_id), { isWaiting: false, isFinal: false })) compacted += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return compacted;
  }

  /** False when somebody else has the run. */
  private async compactOne(runId: RunId, mode: Mode): Promise<boolean> {
    const client = await this.db.pool.connect();
    try {
      const executor = clientExecutor(client);
      let outcome: Compacted | "locked";
      do {
        const startedAtMs = performance.now();
        await client.query("BEGIN");
        outcome = await compactLocked(executor, runId, mode);
        await client.query("COMMIT");
        if (outcome === "locked") break;
        if (outcome.points > 0) this.observer.compacted(outcome.points, (performance.now() - startedAtMs) / 1_000);
      } while (outcome.hasMore);
      client.release();
      return outcome !== "locked";
    } catch (error) {
      // Closing the connection rolls back what it had begun and lets go of the run.
      client.release(true);
      throw error;
    }
  }
}

async function compactLocked(
  executor: Executor,
  runId: RunId,
  { isWaiting, isFinal }: Mode,
): Promise<Compacted | "locked"> {
  const [lock] = await executor.query<{ is_locked: boolean }>(isWaiting ? lockRun : tryLockRun, [runId]);
  return lock?.is_locked === true ? compactRun(executor, runId, isFinal) : "locked";
}

const isReady = ({ frames, points, age_ms }: HotRunRow): boolean =>
  Number(frames) >= READY.frames || Number(points) >= READY.points || age_ms >= READY.ageMs;

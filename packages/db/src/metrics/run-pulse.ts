import type { RunId } from "@assay/contract";
import { arrayLiteral } from "../convert.ts";
import type { Db } from "../db.ts";
import { notifyPoints } from "../sql/metrics/pulse.ts";
import { touchHeartbeat } from "../sql/metrics/touch-heartbeat.ts";

const NOTIFY_EVERY_MS = 200;
const HEARTBEAT_EVERY_MS = 20_000;
const MAX_REMEMBERED = 100_000;

/**
 * Says which runs got points, after their commit and a few times a second however many requests there were: one
 * notice for watchers, and the run's heartbeat now and then.
 */
export class RunPulse {
  private readonly db: Db;
  private readonly onError: (error: unknown) => void;
  private readonly fresh = new Set<RunId>();
  private readonly heardAtMs = new Map<RunId, number>();
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(db: Db, onError: (error: unknown) => void) {
    this.db = db;
    this.onError = onError;
  }

  note(runIds: Iterable<RunId>): void {
    for (const runId of runIds) this.fresh.add(runId);
    this.timer ??= setTimeout(() => this.beat(), NOTIFY_EVERY_MS);
  }

  /** Sends what is still unsaid; to be awaited before the database is closed. */
  async idle(): Promise<void> {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.beat();
    }
    await this.sending;
  }

  private beat(): void {
    this.timer = null;
    const runIds = [...this.fresh];
    this.fresh.clear();
    this.sending = this.sending.then(() => this.send(runIds)).catch(this.onError);
  }

  private async send(runIds: readonly RunId[]): Promise<void> {
    await this.db.query(notifyPoints, [arrayLiteral(runIds)]);
    const nowMs = Date.now();
    const silent = runIds.filter((id) => nowMs - (this.heardAtMs.get(id) ?? 0) >= HEARTBEAT_EVERY_MS);
    if (silent.length === 0) return;
    await this.db.query(touchHeartbeat, [arrayLiteral(silent)]);
    if (this.heardAtMs.size > MAX_REMEMBERED) this.heardAtMs.clear();
    for (const id of silent) this.heardAtMs.set(id, nowMs);
  }
}

import type { RunId } from "@assay/contract";
import { idArray } from "../convert.ts";
import type { Db } from "../db.ts";
import { touchHeartbeat } from "../sql/metrics/touch-heartbeat.ts";

const EVERY_MS = 20_000;
const MAX_REMEMBERED = 100_000;

/** Notes now and then, however many requests there are, that runs which log are alive. */
export class Heartbeats {
  private readonly db: Db;
  private readonly onError: (error: unknown) => void;
  private readonly heardAtMs = new Map<RunId, number>();
  private sending: Promise<void> = Promise.resolve();

  constructor(db: Db, onError: (error: unknown) => void) {
    this.db = db;
    this.onError = onError;
  }

  note(runIds: Iterable<RunId>): void {
    const nowMs = Date.now();
    const silent = [...new Set(runIds)].filter((id) => nowMs - (this.heardAtMs.get(id) ?? 0) >= EVERY_MS);
    if (silent.length === 0) return;
    if (this.heardAtMs.size > MAX_REMEMBERED) this.heardAtMs.clear();
    for (const id of silent) this.heardAtMs.set(id, nowMs);
    this.sending = this.sending.then(() => this.touch(silent));
  }

  /** To be awaited before the database is closed. */
  async idle(): Promise<void> {
    await this.sending;
  }

  private async touch(runIds: readonly RunId[]): Promise<void> {
    try {
      await this.db.query(touchHeartbeat, [idArray(runIds)]);
    } catch (error) {
      for (const id of runIds) this.heardAtMs.delete(id);
      this.onError(error);
    }
  }
}

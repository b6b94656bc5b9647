import type { Db } from "./db.ts";
import { type LiveNotice, notifyLive } from "./live.ts";

const EVERY_MS = 200;

/**
 * Tells of what scripts do all the time after its commit, a few times a second and each thing once however often it was
 * done: a notice in the transaction would make all commits wait for one another.
 */
export class LivePulse {
  private readonly db: Db;
  private readonly onError: (error: unknown) => void;
  private readonly fresh = new Map<string, LiveNotice>();
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(db: Db, onError: (error: unknown) => void) {
    this.db = db;
    this.onError = onError;
  }

  note(...notices: LiveNotice[]): void {
    for (const notice of notices) this.fresh.set(`${notice.kind}/${notice.projectId}/${notice.runId}`, notice);
    this.timer ??= setTimeout(() => this.beat(), EVERY_MS);
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
    const notices = [...this.fresh.values()];
    this.fresh.clear();
    this.sending = this.sending.then(() => notifyLive(this.db, ...notices)).catch(this.onError);
  }
}

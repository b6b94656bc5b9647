import { DomainError } from "@assay/contract";
import type { Db } from "../db.ts";
import { type HotStateRow, readHotState } from "../sql/metrics/hot-slot.ts";
import type { HotSlot } from "../sql/metrics/hot-tables.ts";

const KEPT_MS = 1_000;
const RETRY_AFTER_SECONDS = 2;

/**
 * Which hot table to write to and how full they are, looked at once a second at most. A slot that is out of date is
 * harmless: readers and the compactor look at both.
 */
export class HotState {
  private readonly db: Db;
  private readonly limitBytes: number;
  private state: { slot: HotSlot; sizeBytes: number } = { slot: 0, sizeBytes: 0 };
  private readAtMs = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | null = null;

  constructor(db: Db, limitBytes: number) {
    this.db = db;
    this.limitBytes = limitBytes;
  }

  get slot(): HotSlot {
    return this.state.slot;
  }

  /** @throws DomainError BACKPRESSURE when more waits to be compacted than the limit. */
  async requireRoom(): Promise<void> {
    if (Date.now() - this.readAtMs >= KEPT_MS) {
      this.reading ??= this.read().finally(() => {
        this.reading = null;
      });
      // Only the very first append waits: later ones go by what was known.
      if (this.readAtMs === Number.NEGATIVE_INFINITY) await this.reading;
      else this.reading.catch(() => undefined);
    }
    if (this.state.sizeBytes <= this.limitBytes) return;
    throw new DomainError("BACKPRESSURE", "More points wait to be compacted than this server may keep", {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      remedy: "send the same request again later; an operator can run more workers",
    });
  }

  private async read(): Promise<void> {
    const [row] = await this.db.query<HotStateRow>(readHotState, []);
    if (row !== undefined) this.state = { slot: row.slot, sizeBytes: Number(row.size_bytes) };
    this.readAtMs = Date.now();
  }
}

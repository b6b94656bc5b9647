import { isEntryKey, isStep, isTime, type MetricRow } from "@assay/contract";
import { toAssayError } from "./api-client.ts";
import { AssayError } from "./assay-error.ts";
import { takeBatch } from "./take-batch.ts";

export interface MetricBufferOptions {
  /** Stores rows, in order; keeps trying while that may still work. */
  send: (rows: MetricRow[]) => Promise<void>;
  onError: (error: Error) => void;
  /** How many points may wait; what is logged beyond that is dropped. */
  maxWaitingPoints: number;
}

const SEND_AT_POINTS = 5_000;
const SEND_AFTER_MS = 200;

/**
 * Takes rows without waiting and has them sent in the background, in order, one batch at a time. While the server is
 * away or asks for patience they wait in memory; past a bound the newest are dropped, and `onError` hears of it.
 */
export class MetricBuffer {
  private waiting: MetricRow[] = [];
  private waitingPoints = 0;
  private isDropping = false;
  private lostPoints = 0;
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> | null = null;
  private readonly complaints = new Set<string>();
  private readonly options: MetricBufferOptions;

  constructor(options: MetricBufferOptions) {
    this.options = options;
  }

  /** Adds the values of one step. What no server would take is left out and told to `onError`. */
  add({ step, timeMs, values }: MetricRow): void {
    const fault = faultOf(step, timeMs);
    if (fault !== null) {
      this.leaveOut(fault);
      return;
    }
    const right = Object.entries(values).filter(([key, value]) => this.isRight(key, value));
    for (let from = 0; from < right.length; from += SEND_AT_POINTS) {
      const part = right.slice(from, from + SEND_AT_POINTS);
      this.keep({ step, timeMs, values: Object.fromEntries(part) }, part.length);
    }
  }

  /** Resolves true when everything added so far is stored, false when that did not come about in time. */
  async flush(timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (this.waiting.length > 0 || this.sending !== null) {
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) return false;
      this.start();
      await before(this.sending, leftMs);
    }
    return this.lostPoints === 0;
  }

  private isRight(key: string, value: unknown): boolean {
    const isKey: boolean = isEntryKey(key);
    if (isKey && typeof value === "number") return true;
    this.leaveOut(isKey ? `the value of ${key}: it is no number` : `the key ${key.slice(0, 80)}: it is not allowed`);
    return false;
  }

  /** Says so once for each fault: a training loop would say it at every step. */
  private leaveOut(what: string): void {
    this.lostPoints += 1;
    if (this.complaints.has(what) || this.complaints.size >= 100) return;
    this.complaints.add(what);
    this.options.onError(new AssayError("INVALID_INPUT", `Left out ${what}`));
  }

  private keep(row: MetricRow, points: number): void {
    if (this.waitingPoints + points > this.options.maxWaitingPoints) {
      this.drop(points);
      return;
    }
    this.isDropping = false;
    this.waiting.push(row);
    this.waitingPoints += points;
    if (this.waitingPoints >= SEND_AT_POINTS) this.start();
    else this.timer ??= setTimeout(() => this.start(), SEND_AFTER_MS);
  }

  private drop(points: number): void {
    this.lostPoints += points;
    if (this.isDropping) return;
    this.isDropping = true;
    this.options.onError(new Error(`${this.waitingPoints} points wait for the server; new ones are dropped`));
  }

  private start(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
    });
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const { rows, points } = takeBatch(this.waiting, SEND_AT_POINTS);
      await this.options.send(rows).catch((error: unknown) => {
        this.lostPoints += points;
        this.options.onError(toAssayError(error));
      });
      this.waiting.splice(0, rows.length);
      this.waitingPoints -= points;
    }
  }
}

function faultOf(step: number, timeMs: number): string | null {
  if (!isStep(step)) return `the step ${step}: it must be a number between -2^53 and 2^53`;
  return isTime(timeMs) ? null : `the time ${timeMs}: it must be whole milliseconds since 1970`;
}

/** Waits for a promise, no longer than so many milliseconds. */
async function before(promise: Promise<void> | null, ms: number): Promise<void> {
  const { promise: timeUp, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([promise, timeUp]);
  clearTimeout(timer);
}

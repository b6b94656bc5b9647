import { toAssayError } from "./api-client.ts";
import type { AssayError } from "./assay-error.ts";

/** One call of `log`. */
export interface LoggedStep {
  step: number;
  timeMs: number;
  values: Record<string, number>;
}

export interface MetricBufferOptions {
  /** Sends steps in order; may be called again with the same ones, which the server takes once. */
  send: (steps: LoggedStep[]) => Promise<void>;
  onError: (error: Error) => void;
}

const MAX_POINTS_PER_SEND = 5_000;
const FLUSH_AFTER_MS = 200;
const MAX_WAITING_POINTS = 5_000_000;
const RETRY_AFTER_MS = 2_000;

/**
 * Takes steps without waiting and sends them in the background, in order. While the server is away they wait in
 * memory; past a bound the newest are refused and counted, and `onError` hears of it.
 */
export class MetricBuffer {
  private waiting: LoggedStep[] = [];
  private waitingPoints = 0;
  private refused = 0;
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> | null = null;
  private readonly options: MetricBufferOptions;

  constructor(options: MetricBufferOptions) {
    this.options = options;
  }

  add(step: LoggedStep): void {
    const points = Object.keys(step.values).length;
    if (this.waitingPoints + points > MAX_WAITING_POINTS) {
      this.refused += points;
      if (this.refused === points)
        this.options.onError(new Error("too many points wait for the server; new ones are dropped"));
      return;
    }
    this.waiting.push(step);
    this.waitingPoints += points;
    if (this.waitingPoints >= MAX_POINTS_PER_SEND) this.start();
    else this.timer ??= setTimeout(() => this.start(), FLUSH_AFTER_MS);
  }

  /** Resolves true when everything added so far is stored, false when that did not come about in time. */
  async flush(timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (this.waiting.length > 0 || this.sending !== null) {
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) return false;
      this.start();
      await Promise.race([this.sending, sleep(Math.min(leftMs, RETRY_AFTER_MS))]);
    }
    return this.refused === 0;
  }

  private start(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
      if (this.waiting.length > 0) this.timer ??= setTimeout(() => this.start(), RETRY_AFTER_MS);
    });
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = takeBatch(this.waiting);
      const error = await this.trySend(batch);
      if (error?.isRetryable === true) return;
      if (error !== null) this.options.onError(error);
      this.waiting.splice(0, batch.length);
      this.waitingPoints -= countPoints(batch);
    }
  }

  private async trySend(batch: LoggedStep[]): Promise<AssayError | null> {
    try {
      await this.options.send(batch);
      return null;
    } catch (error) {
      return toAssayError(error);
    }
  }
}

function takeBatch(waiting: readonly LoggedStep[]): LoggedStep[] {
  let points = 0;
  const end = waiting.findIndex((step) => {
    points += Object.keys(step.values).length;
    return points > MAX_POINTS_PER_SEND;
  });
  return waiting.slice(0, end === -1 ? waiting.length : Math.max(1, end));
}

const countPoints = (steps: readonly LoggedStep[]): number =>
  steps.reduce((sum, step) => sum + Object.keys(step.values).length, 0);

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

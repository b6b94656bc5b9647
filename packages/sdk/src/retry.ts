import { setTimeout as delay } from "node:timers/promises";
import { toAssayError } from "./api-client.ts";

export interface RetryOptions {
  /** Give up after this long. */
  withinMs: number;
}

const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;

/**
 * Calls until it works, the failure is one that will not pass, or time is up. Waits grow and are jittered, and are no
 * shorter than the server asked for.
 */
export async function retry<T>(call: () => Promise<T>, { withinMs }: RetryOptions): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (cause) {
      const error = toAssayError(cause);
      const ownMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt) * (0.5 + Math.random() / 2);
      const waitMs = Math.max(ownMs, error.retryAfterMs);
      if (!error.isRetryable || Date.now() + waitMs > deadline) throw error;
      await delay(waitMs);
    }
  }
}

import { performance } from "node:perf_hooks";
import type { LiveEvent } from "@assay/contract";

const PATIENCE_MS = 10_000;

/** Hands a subscription's notices to whoever waits for one. */
export class NoticeBoard {
  private waiting: ((event: LiveEvent) => void) | undefined;

  post(event: LiveEvent): void {
    this.waiting?.(event);
  }

  /** When the next notice about a run's points comes, on the clock of `performance`. */
  next(runId: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no notice about run ${runId} came`)), PATIENCE_MS);
      this.waiting = (event) => {
        if (event.kind !== "metrics" || event.runId !== runId) return;
        clearTimeout(timer);
        this.waiting = undefined;
        resolve(performance.now());
      };
    });
  }
}

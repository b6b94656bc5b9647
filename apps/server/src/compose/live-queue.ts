import type { LiveEvent } from "@assay/contract";

const MOST_WAITING = 1_000;
const GAP: LiveEvent = { kind: "gap", runId: null };

/**
 * What one watcher has yet to be told. Events wait once for each run and kind however often they come, and a watcher
 * who leaves more than a thousand waiting is told of a gap instead: whoever reads slowly costs neither memory nor time.
 */
export class LiveQueue {
  private readonly waiting = new Map<string, LiveEvent>();
  private wake: () => void = () => undefined;

  get size(): number {
    return this.waiting.size;
  }

  push(event: LiveEvent): void {
    if (event.kind === "gap" || this.waiting.size >= MOST_WAITING) {
      this.waiting.clear();
      this.waiting.set(GAP.kind, GAP);
    } else if (!this.waiting.has(GAP.kind)) {
      this.waiting.set(`${event.kind}:${event.runId ?? ""}`, event);
    }
    this.wake();
  }

  /** Hands out what waits, oldest first, and what comes later as it comes. Ends when the signal aborts. */
  async *drain(signal: AbortSignal): AsyncGenerator<LiveEvent> {
    const stop = (): void => this.wake();
    signal.addEventListener("abort", stop);
    try {
      while (!signal.aborted) {
        const [next] = this.waiting;
        if (next === undefined) {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
          continue;
        }
        const [key, event] = next;
        this.waiting.delete(key);
        yield event;
      }
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }
}

import { type IngestTarget, MetricWriter } from "./metric-writer.ts";
import { waitFor } from "./wait-for.ts";

/** Many writers at once on one run. */
export class WriterFleet {
  readonly writers: readonly MetricWriter[];
  private readonly writing: Promise<unknown>;

  constructor(target: IngestTarget, count = 8, batchPoints?: number) {
    this.writers = Array.from({ length: count }, (_, at) => new MetricWriter(`writer-${at}`, target, batchPoints));
    this.writing = Promise.all(this.writers.map((writer) => writer.run()));
    // Seen by `stop`; until then it must not end the process.
    this.writing.catch(() => undefined);
  }

  get acknowledged(): number {
    return this.writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0);
  }

  /** Answers other than 2xx by status, 0 for none at all. */
  get refusals(): Map<number, number> {
    const all = new Map<number, number>();
    for (const { refusals } of this.writers) {
      for (const [status, count] of refusals) all.set(status, (all.get(status) ?? 0) + count);
    }
    return all;
  }

  /** Resolves when so many points are acknowledged; rejects, and says what the server answered, when none come any more. */
  async reach(points: number, timeoutMs: number): Promise<void> {
    const reached = waitFor(() => this.acknowledged >= points, { timeoutMs }).catch((cause: unknown) => {
      const answers = JSON.stringify(Object.fromEntries(this.refusals));
      throw new Error(`${this.acknowledged} of ${points} points were acknowledged; other answers so far: ${answers}`, {
        cause,
      });
    });
    // A writer that gave up says why at once.
    await Promise.race([reached, this.writing.then(() => reached)]);
  }

  /** Resolves when everything that was sent is acknowledged. */
  async stop(): Promise<void> {
    for (const writer of this.writers) writer.stop();
    await this.writing;
  }
}

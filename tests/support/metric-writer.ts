import { setTimeout as delay } from "node:timers/promises";

/** A run behind a server that may come and go. */
export interface IngestTarget {
  url: string;
  token: string;
  runId: string;
}

const START_MS = 1_790_000_000_000;
/** How long a server may be away before a writer gives up. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 20;

/** What every writer logs at a step, so that a reader knows it without being told. */
export const valueAt = (step: number): number => Math.sin(step);
export const timeAt = (step: number): number => START_MS + Math.round(step * 100);

/**
 * Logs to a key of its own as a careful training script does: with times of its own, and each batch again until it is
 * acknowledged. Now and then a point comes late, or a batch again that was acknowledged.
 */
export class MetricWriter {
  readonly key: string;
  /** Steps of every point that the server said it has. */
  readonly acknowledged = new Set<number>();
  /** Answers other than 2xx by status; 0 when none came. */
  readonly refusals = new Map<number, number>();
  private readonly target: IngestTarget;
  private readonly batchPoints: number;
  private next = 0;
  private isStopped = false;

  constructor(key: string, target: IngestTarget, batchPoints = 25) {
    this.key = key;
    this.target = target;
    this.batchPoints = batchPoints;
  }

  /** Lets the batch under way be acknowledged and sends no other. */
  stop(): void {
    this.isStopped = true;
  }

  async run(): Promise<void> {
    for (let batch = 1; !this.isStopped; batch += 1) {
      const steps = Array.from({ length: this.batchPoints }, (_, at) => this.next + at);
      if (batch % 5 === 0) steps.unshift(Math.floor(Math.random() * this.next) + 0.5);
      this.next += this.batchPoints;
      await this.deliver(steps);
      if (batch % 10 === 0) await this.deliver(steps);
    }
  }

  private async deliver(steps: readonly number[]): Promise<void> {
    const { url, token, runId } = this.target;
    const values = steps.map((step) => [valueAt(step)]);
    const body = JSON.stringify({ keys: [this.key], steps, timesMs: steps.map(timeAt), values });
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const send = () => fetch(`${url}/api/ingest/team/main/runs/${runId}/metrics`, { method: "POST", headers, body });
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await this.isTaken(send))) {
      if (Date.now() > deadline)
        throw new Error(`${this.key} was not served within ${PATIENCE_MS} ms: ${this.answers()}`);
      await delay(PAUSE_MS);
    }
    for (const step of steps) this.acknowledged.add(step);
  }

  /** What it was told instead of a success, and how often. */
  private answers(): string {
    return Array.from(this.refusals, ([status, count]) => `${count} × ${status}`).join(", ");
  }

  /** Throws for a refusal that would be the same again. */
  private async isTaken(send: () => Promise<Response>): Promise<boolean> {
    const answer = await send()
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => ({ status: 0, text: "" }));
    if (answer.status === 200) return true;
    if (answer.status >= 300 && answer.status < 500 && answer.status !== 429) throw new Error(answer.text);
    this.refusals.set(answer.status, (this.refusals.get(answer.status) ?? 0) + 1);
    return false;
  }
}

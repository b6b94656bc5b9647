import type { KeyColumns } from "./columns.ts";
import { makeKeyMix } from "./key-mix.ts";
import { makeTimes } from "./make-times.ts";

/** Steps of values that are made; a longer run sees them again, at new steps and times. */
const STEPS_MADE = 8_192;
const CYCLE_MS = 10_000_000;

/** What the clients of an ingest load send: the mix of 50 keys, each request at the next steps of its client. */
export class RequestSource {
  private readonly mix: KeyColumns[];
  private readonly timesMs: Float64Array;
  private readonly stepsPerRequest: number;
  private readonly nextStep = new Map<number, number>();

  constructor(points: number) {
    this.mix = makeKeyMix(STEPS_MADE);
    this.timesMs = makeTimes(1, STEPS_MADE);
    this.stepsPerRequest = points / this.mix.length;
  }

  get keys(): string[] {
    return this.mix.map(({ key }) => key);
  }

  next(client: number): KeyColumns[] {
    const count = this.stepsPerRequest;
    const first = this.nextStep.get(client) ?? 0;
    this.nextStep.set(client, first + count);
    const from = first % (STEPS_MADE - count);
    const cycle = Math.floor(first / (STEPS_MADE - count)) * CYCLE_MS;
    const steps = new Float64Array(count);
    const timesMs = new Float64Array(count);
    for (let at = 0; at < count; at += 1) {
      steps[at] = first + at;
      timesMs[at] = (this.timesMs[from + at] ?? 0) + cycle;
    }
    return this.mix.map(({ key, values }) => ({ key, steps, timesMs, values: values.subarray(from, from + count) }));
  }
}

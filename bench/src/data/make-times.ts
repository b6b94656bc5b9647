import { randomFractions } from "./random.ts";

const START_MS = 1_750_000_000_000;
const STEP_MS = 250;
const JITTER_MS = 40;

/** Millisecond timestamps of steps 0, 1, 2 …: a steady pace with jitter, never going back. */
export function makeTimes(seed: number, count: number): Float64Array {
  const fraction = randomFractions(seed);
  const times = new Float64Array(count);
  for (let at = 0; at < count; at += 1) times[at] = START_MS + at * STEP_MS + Math.floor(fraction() * JITTER_MS);
  return times;
}

import type { KeyColumns } from "./columns.ts";
import { makeSteps } from "./make-steps.ts";
import { makeTimes } from "./make-times.ts";
import { makeValues, VALUE_KINDS, type ValueKind } from "./value-kinds.ts";

const KINDS = Object.keys(VALUE_KINDS).filter((kind): kind is ValueKind => kind in VALUE_KINDS);

/** The keys that one run logs, in the proportions of VALUE_KINDS. */
const KEYS = KINDS.flatMap((kind) =>
  Array.from({ length: VALUE_KINDS[kind].keys }, (_, at) => ({ key: `train/layer_${at}/${kind}`, kind })),
);

/** The mix of 50 keys with a point at every one of `count` steps; the keys of a step share its time. */
export function makeKeyMix(count: number, seed = 1): KeyColumns[] {
  const steps = makeSteps(count);
  const timesMs = makeTimes(seed, count);
  return KEYS.map(({ key, kind }, at) => ({ key, steps, timesMs, values: makeValues(kind, seed * 1_000 + at, count) }));
}

import type { KeyColumns } from "./columns.ts";
import { makeSteps } from "./make-steps.ts";
import { makeTimes } from "./make-times.ts";
import { makeValues, type ValueKind } from "./value-kinds.ts";

const made = new Map<string, KeyColumns>();

/** One series of `count` points at steps 0, 1, 2 …; the same for the same arguments, and made once. */
export function makeSeries(kind: ValueKind, seed: number, count: number): KeyColumns {
  const id = `${kind}/${seed}/${count}`;
  const known = made.get(id);
  if (known !== undefined) return known;
  const steps = makeSteps(count);
  const values = makeValues(kind, seed, count);
  const series = { key: `train/${kind}`, steps, timesMs: makeTimes(seed, count), values };
  made.set(id, series);
  return series;
}

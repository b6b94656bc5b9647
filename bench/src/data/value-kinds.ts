import { normalNumbers, randomFractions } from "./random.ts";

/** Values of one key from its first step on. */
type Values = (fraction: () => number) => (at: number) => number;

/** A learning rate after a warm-up, cosine-shaped, in a million steps. */
const LR_STEPS = 1_000_000;

const gradientNorm: Values = (fraction) => {
  const normal = normalNumbers(fraction);
  return () => Math.fround(Math.exp(0.4 * normal()));
};

const loss: Values = (fraction) => {
  const normal = normalNumbers(fraction);
  return (at) => Math.fround(2.5 / (1 + at / 500) ** 0.3 + 0.02 * normal());
};

const gauge: Values = (fraction) => {
  let level = 8_000 + Math.floor(fraction() * 1_000);
  return () => {
    level = Math.max(0, level + Math.floor(fraction() * 41) - 20);
    return level;
  };
};

const fourDigits: Values = (fraction) => {
  const normal = normalNumbers(fraction);
  return (at) => Math.round((1 - 0.9 * Math.exp(-at / 5_000) + 0.01 * normal()) * 1e4) / 1e4;
};

const learningRate: Values = () => (at) => 3e-4 * 0.5 * (1 + Math.cos((Math.PI * (at % LR_STEPS)) / LR_STEPS));

const noise: Values = (fraction) => normalNumbers(fraction);

/** What a training run logs, by kind and with how many of 50 keys are of it. */
export const VALUE_KINDS = {
  grad_norm: { keys: 20, values: gradientNorm },
  loss: { keys: 10, values: loss },
  gauge: { keys: 8, values: gauge },
  accuracy: { keys: 6, values: fourDigits },
  lr: { keys: 3, values: learningRate },
  noise: { keys: 3, values: noise },
} as const satisfies Record<string, { keys: number; values: Values }>;

export type ValueKind = keyof typeof VALUE_KINDS;

/** `count` values of one kind; the same for the same seed. */
export function makeValues(kind: ValueKind, seed: number, count: number): Float64Array {
  const next = VALUE_KINDS[kind].values(randomFractions(seed));
  const values = new Float64Array(count);
  for (let at = 0; at < count; at += 1) values[at] = next(at);
  return values;
}

/**
 * A sum with its rounding error beside it, in units of 2^53 so that no sum of float64 values overflows. Infinities
 * end in `sum` and leave no rest; opposite ones make it NaN. Source: Knuth, TAOCP vol. 2, 4.2.2, theorem B (two-sum).
 */
export interface ExactSum {
  sum: number;
  rest: number;
}

const UNIT = 2 ** 53;

export const ZERO_SUM: ExactSum = { sum: 0, rest: 0 };

/** Sums values, leaving NaN out. */
export function sumValues(values: ArrayLike<number>): ExactSum {
  let sum = 0;
  let rest = 0;
  let beyond = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (Number.isNaN(value)) continue;
    if (!Number.isFinite(value)) {
      beyond += value;
      continue;
    }
    const scaled = value / UNIT;
    const next = sum + scaled;
    const part = next - sum;
    rest += sum - (next - part) + (scaled - part);
    sum = next;
  }
  return beyond === 0 ? { sum, rest } : { sum: beyond, rest: 0 };
}

export function addSums(a: ExactSum, b: ExactSum): ExactSum {
  const next = a.sum + b.sum;
  if (!Number.isFinite(next)) return { sum: next, rest: 0 };
  const part = next - a.sum;
  return { sum: next, rest: a.rest + b.rest + (a.sum - (next - part) + (b.sum - part)) };
}

/** The mean of `count` summed values; NaN of none. Means nearer to 0 than 10^-300 may lose digits. */
export function meanOf({ sum, rest }: ExactSum, count: number): number {
  if (count === 0) return Number.NaN;
  const mean = ((sum + rest) / count) * UNIT;
  return Number.isFinite(sum) && !Number.isFinite(mean) ? Math.sign(sum) * Number.MAX_VALUE : mean;
}

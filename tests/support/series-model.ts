import type { MetricSummary } from "@assay/contract";

export interface Point {
  step: number;
  timeMs: number;
  value: number;
}

/** Numbers by size with NaN above everything. */
const compare = (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : Number(a > b);
};

const identity = ({ step, timeMs, value }: Point): string => `${step + 0}/${timeMs}/${value + 0}`;

/** What a store must give back for points that came in any order: each once, in order, -0 as 0. */
export function inOrder(points: readonly Point[]): Point[] {
  const unique = new Map(points.map((point) => [identity(point), point]));
  return [...unique.values()]
    .map(({ step, timeMs, value }) => ({ step: step + 0, timeMs, value: value + 0 }))
    .sort((a, b) => a.step - b.step || a.timeMs - b.timeMs || compare(a.value, b.value));
}

export type PlainSummary = Omit<MetricSummary, "key" | "mean">;

/** What the points of one key come to, computed plainly. */
export function summaryOf(points: readonly Point[]): PlainSummary {
  const ordered = inOrder(points);
  const numbers = ordered.filter((point) => !Number.isNaN(point.value));
  const least = numbers.toSorted((a, b) => compare(a.value, b.value) || a.step - b.step)[0];
  const greatest = numbers.toSorted((a, b) => compare(b.value, a.value) || a.step - b.step)[0];
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) throw new Error("a series has points");
  return {
    last: last.value,
    lastStep: last.step,
    lastTimeMs: last.timeMs,
    first: first.value,
    firstStep: first.step,
    min: least?.value ?? Number.NaN,
    max: greatest?.value ?? Number.NaN,
    count: ordered.length,
    argmin: least?.step ?? null,
    argmax: greatest?.step ?? null,
    nans: ordered.length - numbers.length,
  };
}

/** Whether a mean is that of the values, NaN left out, to nine digits. A mean nearer to 0 than 1e-290 is 0. */
export function isMeanOf(mean: number, points: readonly Point[]): boolean {
  const values = inOrder(points).flatMap(({ value }) => (Number.isNaN(value) ? [] : [value]));
  const beyond = new Set(values.filter((value) => !Number.isFinite(value)));
  if (values.length === 0 || beyond.size === 2) return Number.isNaN(mean);
  if (beyond.size === 1) return beyond.has(mean);
  // In units of 2^64 a sum of the largest values stays finite.
  const unit = 2 ** 64;
  const exact = values.reduce((sum, value) => sum + value / unit, 0) / values.length;
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-280) / unit;
  return Math.abs(mean / unit - exact) / scale < 1e-9;
}

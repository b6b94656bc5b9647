import { invalidInput } from "../domain-error.ts";
import type { FrameSeries } from "./decode-frame.ts";
import { type FrameCounts, rowBytes } from "./frame-layout.ts";
import { readFloat64s } from "./read-float64s.ts";

interface FrameParts {
  bytes: Uint8Array<ArrayBuffer>;
  at: { values: number; presence: number };
  counts: FrameCounts;
  keys: readonly string[];
  steps: Float64Array;
  timesMs: Float64Array;
}

/** Cuts the values by key; with a presence bitmap each key's steps and times are picked too. */
export function readColumns({ bytes, at, counts, keys, steps, timesMs }: FrameParts): FrameSeries[] {
  const { stepCount, pointCount, isSparse } = counts;
  const values = readFloat64s(bytes, at.values, pointCount);
  if (!isSparse) {
    return keys.map((key, column) => {
      const from = column * stepCount;
      return { key, steps, timesMs, values: values.subarray(from, from + stepCount) };
    });
  }
  let next = 0;
  const series = keys.map((key, column) => {
    const from = at.presence + column * rowBytes(stepCount);
    const rows = presentRows(bytes.subarray(from, from + rowBytes(stepCount)), stepCount, key);
    const mine = values.subarray(next, next + rows.length);
    next += rows.length;
    if (rows.length === stepCount) return { key, steps, timesMs, values: mine };
    return { key, steps: pick(steps, rows), timesMs: pick(timesMs, rows), values: mine };
  });
  if (next !== pointCount) throw invalidInput(`The presence bitmap has ${next} of ${pointCount} points`, "values");
  return series;
}

function presentRows(bitmap: Uint8Array, stepCount: number, key: string): number[] {
  const rows: number[] = [];
  bitmap.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (1 << bit)) !== 0) rows.push(8 * at + bit);
  });
  if (rows.length === 0) throw invalidInput(`The key ${key} has no value in the frame`, "keys");
  if ((rows.at(-1) ?? 0) >= stepCount) throw invalidInput("The presence bitmap has more rows than steps", "values");
  return rows;
}

const pick = (column: Float64Array, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => column[row] ?? Number.NaN);

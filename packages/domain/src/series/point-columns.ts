/** Points of one key in parallel columns, in any order. Keys logged together may share their columns. */
export interface KeyPoints {
  key: string;
  steps: ArrayLike<number>;
  timesMs: ArrayLike<number>;
  values: ArrayLike<number>;
}

/** How many points there are under all keys. */
export const countPoints = (series: readonly KeyPoints[]): number =>
  series.reduce((count, { steps }) => count + steps.length, 0);

/** Points of one series in columns, ordered by (step, time, value) with NaN as the greatest value. */
export interface PointColumns {
  steps: Float64Array;
  timesMs: Float64Array;
  values: Float64Array;
}

export const emptyColumns = (count = 0): PointColumns => ({
  steps: new Float64Array(count),
  timesMs: new Float64Array(count),
  values: new Float64Array(count),
});

/** Entries from `from` up to but not including `to`, as views. */
export const sliceColumns = ({ steps, timesMs, values }: PointColumns, from: number, to: number): PointColumns => ({
  steps: steps.subarray(from, to),
  timesMs: timesMs.subarray(from, to),
  values: values.subarray(from, to),
});

/** One after the other, in a new array. */
export function concatFloats(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((count, part) => count + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** One after the other; columns that stand alone are answered as they are. */
export function concatColumns(parts: readonly PointColumns[]): PointColumns {
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return only;
  return {
    steps: concatFloats(parts.map(({ steps }) => steps)),
    timesMs: concatFloats(parts.map(({ timesMs }) => timesMs)),
    values: concatFloats(parts.map(({ values }) => values)),
  };
}

/** Points of one key in columns, as the generator makes them. Keys logged together share steps and times. */
export interface KeyColumns {
  key: string;
  steps: Float64Array;
  timesMs: Float64Array;
  values: Float64Array;
}

/** A part of a series, without copying. */
export function sliceColumns({ key, steps, timesMs, values }: KeyColumns, from: number, to: number): KeyColumns {
  return {
    key,
    steps: steps.subarray(from, to),
    timesMs: timesMs.subarray(from, to),
    values: values.subarray(from, to),
  };
}

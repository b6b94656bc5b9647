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

/** Points of one series in columns, ordered by (step, time). */
export interface PointColumns {
  steps: number[];
  timesMs: number[];
  values: number[];
}

/** Points of one series in columns, ordered by (step, time). */
export interface PointColumns {
  steps: number[];
  timesMs: number[];
  values: number[];
}

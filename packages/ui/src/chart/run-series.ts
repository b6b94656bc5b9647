/** A run's series in columns, as the server answers it: raw points, or buckets told by their last point. */
export interface RunSeries {
  runId: string;
  x: Float64Array;
  values: Float64Array;
  min: Float64Array;
  max: Float64Array;
  pointCount: number;
  isRaw: boolean;
}

import type { Dash } from "../colour/line-dashes.ts";

/** One run's series as it is drawn: columns of equal length, ordered by step and time. */
export interface ChartLine {
  runId: string;
  name: string;
  /** The run's number, which decides its colour. */
  number: number;
  dash: Dash;
  steps: Float64Array;
  timesMs: Float64Array;
  values: Float64Array;
  /** Least and greatest value of each bucket; the values themselves when the points are raw. */
  min: Float64Array;
  max: Float64Array;
  /** Points behind the line before any bucketing. */
  pointCount: number;
  isRaw: boolean;
}

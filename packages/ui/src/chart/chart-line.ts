import type { Dash } from "../colour/line-dashes.ts";

/** One run's series, or one line of a group of runs, as it is drawn: columns of equal length in the order of steps. */
export interface ChartLine {
  /** The run's id, or the group's. */
  id: string;
  name: string;
  /** Decides the colour: the run's number, or the group's. */
  number: number;
  dash: Dash;
  /** Places on the x axis, in its unit. */
  x: Float64Array;
  values: Float64Array;
  /** The area around the line: extremes of each bucket, or a group's band. The values themselves when there is none. */
  low: Float64Array;
  high: Float64Array;
  hasBand: boolean;
  /** Points behind the line before any bucketing. */
  pointCount: number;
  isRaw: boolean;
  /** Of a group: members with a number in each part, and those that have points at all. */
  group?: { n: Float64Array; memberCount: number; blockPoints: number };
}

import type { ColourScheme } from "../theme/colour-scheme.ts";

export const X_AXES = ["step", "time", "relative"] as const;
/** What runs along the bottom: the step, the wall clock, or the time since the run's first point. */
export type XAxis = (typeof X_AXES)[number];

export interface ChartRange {
  from: number;
  to: number;
}

export interface ChartPreferences {
  xAxis: XAxis;
  isLogY: boolean;
  /** Weight of the past in the moving average: 0 draws what was logged, 0.99 nearly a straight line. */
  smoothing: number;
  scheme: ColourScheme;
  /** The part of the x axis in view, in its own unit; all of it when null. */
  range: ChartRange | null;
}

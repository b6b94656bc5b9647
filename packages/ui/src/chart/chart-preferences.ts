import type { SeriesAxis } from "@assay/contract";
import type { ColourScheme } from "../theme/colour-scheme.ts";

/** A part of the x axis, in its unit: steps, ms since 1970, ms since the start, or the other metric's. */
export interface ChartRange {
  from: number;
  to: number;
}

export interface ChartPreferences {
  xAxis: SeriesAxis;
  isLogY: boolean;
  /** Weight of the past in the moving average: 0 draws what was logged, 0.99 nearly a straight line. */
  smoothing: number;
  scheme: ColourScheme;
  /** The part of the x axis in view; all of it when null. */
  range: ChartRange | null;
}

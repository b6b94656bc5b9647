import type { ChartLine } from "./chart-line.ts";
import type { XAxis } from "./chart-preferences.ts";

/** Where a line's points stand on the x axis; relative times are seconds since its first point. */
export function xValues(line: ChartLine, xAxis: XAxis): Float64Array {
  if (xAxis === "step") return line.steps;
  if (xAxis === "time") return line.timesMs;
  const origin = line.timesMs.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  return line.timesMs.map((time) => (time - origin) / 1_000);
}

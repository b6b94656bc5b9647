import type { ChartLine } from "./chart-line.ts";
import type { ChartRange, XAxis } from "./chart-preferences.ts";
import { xValues } from "./x-values.ts";

/** The steps that lie within a range of the x axis, for asking the server for them; null when none does. */
export function stepRange(lines: readonly ChartLine[], range: ChartRange, xAxis: XAxis): ChartRange | null {
  if (xAxis === "step") return range;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    xValues(line, xAxis).forEach((at, index) => {
      const step = line.steps[index];
      if (step === undefined || at < range.from || at > range.to) return;
      from = Math.min(from, step);
      to = Math.max(to, step);
    });
  }
  return from <= to ? { from, to } : null;
}

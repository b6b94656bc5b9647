import type { ChartLine } from "./chart-line.ts";
import type { ChartRange } from "./chart-preferences.ts";

/** The first and the last place of all lines, which need not be in order; 0 to 1 when there is none. */
export function xExtent(lines: readonly ChartLine[]): ChartRange {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { x } of lines) {
    for (const place of x) {
      if (place < from) from = place;
      if (place > to) to = place;
    }
  }
  return from <= to ? { from, to } : { from: 0, to: 1 };
}

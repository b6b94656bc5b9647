import { formatNumber } from "../format/format-number.ts";
import { plural } from "../format/plural.ts";
import type { ChartLine } from "./chart-line.ts";
import { isDrawable } from "./is-drawable.ts";

const NAMED_RUNS = 5;

/** What a chart shows, for those who cannot see it. */
export function chartSentence(key: string, lines: readonly ChartLine[]): string {
  if (lines.length === 0) return `${key}: no points yet.`;
  const ends = lines
    .slice(0, NAMED_RUNS)
    .map((line) => `${line.name} ends at ${formatNumber(line.values.at(-1) ?? Number.NaN)}`);
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    for (const value of line.values) {
      if (!isDrawable(value, false)) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }
  const span = least <= greatest ? `, values from ${formatNumber(least)} to ${formatNumber(greatest)}` : "";
  return `${key}: ${plural(lines.length, "line")}${span}. ${ends.join(", ")}.`;
}

import { formatCount } from "../format/format-count.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";

function count(lines: readonly ChartLine[], matches: (value: number) => boolean): number {
  return lines.reduce((sum, line) => sum + line.values.filter(matches).length, 0);
}

/** What was done to the values, and which of them a chart cannot show. */
export function footerNotes(
  lines: readonly ChartLine[],
  { isLogY, smoothing }: Pick<ChartPreferences, "isLogY" | "smoothing">,
): string[] {
  const notes = smoothing > 0 ? [`smoothed ${smoothing}`] : [];
  const infinite = count(lines, (value) => !Number.isFinite(value));
  if (infinite > 0) notes.push(`${formatCount(infinite)} NaN or ∞ left as gaps`);
  const negative = isLogY ? count(lines, (value) => Number.isFinite(value) && value <= 0) : 0;
  if (negative > 0) notes.push(`${formatCount(negative)} ≤ 0 have no place on a log axis`);
  return notes;
}

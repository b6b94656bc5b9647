import { formatCount } from "../format/format-count.ts";
import { plural } from "../format/plural.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";

function drawnText(lines: readonly ChartLine[]): string {
  const points = lines.reduce((sum, line) => sum + line.pointCount, 0);
  const bucketed = lines.filter((line) => !line.isRaw);
  if (bucketed.length === 0) return `${plural(points, "point")} · raw`;
  const buckets = Math.max(...bucketed.map((line) => line.steps.length));
  return `${formatCount(buckets)} buckets of ${plural(points, "point")} · min–max shown`;
}

function count(lines: readonly ChartLine[], matches: (value: number) => boolean): number {
  return lines.reduce((sum, line) => sum + line.values.filter(matches).length, 0);
}

/** What a panel shows and what it cannot show, in one line. */
export function chartFooter(
  lines: readonly ChartLine[],
  preferences: Pick<ChartPreferences, "isLogY" | "smoothing">,
): string {
  if (lines.length === 0) return "no points";
  const parts = [plural(lines.length, "run"), drawnText(lines)];
  if (preferences.smoothing > 0) parts.push(`smoothed ${preferences.smoothing}`);
  const infinite = count(lines, (value) => !Number.isFinite(value));
  if (infinite > 0) parts.push(`${formatCount(infinite)} NaN or ∞ left as gaps`);
  const negative = preferences.isLogY ? count(lines, (value) => Number.isFinite(value) && value <= 0) : 0;
  if (negative > 0) parts.push(`${formatCount(negative)} ≤ 0 have no place on a log axis`);
  return parts.join(" · ");
}

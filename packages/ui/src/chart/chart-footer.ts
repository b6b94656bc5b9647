import { formatCount } from "../format/format-count.ts";
import { plural } from "../format/plural.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";
import { footerNotes } from "./footer-notes.ts";

function drawnText(lines: readonly ChartLine[]): string {
  const points = lines.reduce((sum, line) => sum + line.pointCount, 0);
  const bucketed = lines.filter((line) => !line.isRaw);
  if (bucketed.length === 0) return `${plural(points, "point")} · raw`;
  const buckets = Math.max(...bucketed.map((line) => line.values.length));
  const shown = bucketed.some((line) => line.hasBand) ? "min–max shown" : "last value of each shown";
  return `${formatCount(buckets)} buckets of ${plural(points, "point")} · ${shown}`;
}

/** What a panel of runs shows and what it cannot show, in one line. */
export function chartFooter(
  lines: readonly ChartLine[],
  preferences: Pick<ChartPreferences, "isLogY" | "smoothing">,
): string {
  if (lines.length === 0) return "no points";
  return [plural(lines.length, "run"), drawnText(lines), ...footerNotes(lines, preferences)].join(" · ");
}

import { type ChartLine, type ChartPreferences, chartFooter, groupFooter } from "@assay/ui/chart";
import type { ChartSubject } from "./chart-subject.ts";

/** What a panel shows, and of which runs when not of all. */
export function panelFooter(
  subject: ChartSubject,
  lines: readonly ChartLine[],
  preferences: Pick<ChartPreferences, "isLogY" | "smoothing">,
): string {
  if (subject.kind === "runs") return chartFooter(lines, preferences);
  const footer = groupFooter(lines, subject.style, preferences);
  return subject.limitNote === null ? footer : `${footer} · ${subject.limitNote}`;
}

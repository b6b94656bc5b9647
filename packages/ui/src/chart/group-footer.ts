import type { GROUP_CENTRES } from "@assay/contract";
import { formatCount } from "../format/format-count.ts";
import { plural } from "../format/plural.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";
import { footerNotes } from "./footer-notes.ts";
import type { GroupBand } from "./group-lines.ts";

export interface GroupStyle {
  centre: (typeof GROUP_CENTRES)[number];
  band: GroupBand;
}

const REACH = { std: "± std", stderr: "± std err", ci95: "± 95 % CI" } as const;

/** `mean ± 95 % CI`, `median, min–max`; a deviation is the mean's whatever the line shows. */
export function groupStyleText({ centre, band }: GroupStyle): string {
  if (band === "none") return centre;
  if (band === "minmax") return `${centre}, min–max`;
  return centre === "mean" ? `mean ${REACH[band]}` : `${centre}, mean ${REACH[band]}`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What a panel of groups shows and how it was counted, in one line. */
export function groupFooter(
  lines: readonly ChartLine[],
  style: GroupStyle,
  preferences: Pick<ChartPreferences, "isLogY" | "smoothing">,
): string {
  if (lines.length === 0) return "no points";
  const groups = lines.flatMap(({ group }) => group ?? []);
  const blockPoints = Math.max(1, ...groups.map((group) => group.blockPoints));
  const parts = Math.max(...lines.map((line) => line.values.length));
  return [
    `${plural(lines.length, "group")} of ${plural(sum(groups.map((group) => group.memberCount)), "run")}`,
    groupStyleText(style),
    `${plural(parts, "part")} of ${plural(sum(lines.map((line) => line.pointCount)), "point")}`,
    ...(blockPoints > 1 ? [`blocks of ${formatCount(blockPoints)} counted where they end`] : []),
    ...footerNotes(lines, preferences),
  ].join(" · ");
}

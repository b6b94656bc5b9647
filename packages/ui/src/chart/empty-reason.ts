import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";
import { isDrawable } from "./is-drawable.ts";

/** Why a panel that has its answer shows no line; null when it shows one. */
export function emptyReason(
  lines: readonly ChartLine[],
  { xAxis, isLogY }: Pick<ChartPreferences, "xAxis" | "isLogY">,
): string | null {
  if (lines.length === 0) {
    return xAxis.kind === "metric" ? `No points at steps that ${xAxis.key} has too` : "No points of these runs";
  }
  const hasAny = (isLog: boolean) => lines.some(({ values }) => values.some((value) => isDrawable(value, isLog)));
  if (!hasAny(false)) return "Only NaN or ∞: there is nothing to draw";
  return isLogY && !hasAny(true) ? "No value above 0 to draw on a log axis" : null;
}

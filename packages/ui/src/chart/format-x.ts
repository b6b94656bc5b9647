import { formatAbsolute } from "../format/format-absolute.ts";
import { formatCount } from "../format/format-count.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatNumber } from "../format/format-number.ts";
import type { XAxis } from "./chart-preferences.ts";

/** A place on the x axis in words: `step 1,200`, a date, or a time since the start. */
export function formatX(value: number, xAxis: XAxis): string {
  if (xAxis === "time") return formatAbsolute(value);
  if (xAxis === "relative") return `${formatDuration(value * 1_000)} after start`;
  return `step ${Number.isInteger(value) && value < 1e6 ? formatCount(value) : formatNumber(value)}`;
}

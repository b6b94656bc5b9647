import type { SeriesAxis } from "@assay/contract";
import { formatAbsolute } from "../format/format-absolute.ts";
import { formatCount } from "../format/format-count.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatNumber } from "../format/format-number.ts";

/** A place on the x axis in words: `step 1,200`, a date, a time since the start, `tokens 4.2e6`. */
export function formatX(value: number, xAxis: SeriesAxis): string {
  switch (xAxis.kind) {
    case "time":
      return formatAbsolute(value);
    case "relative":
      return `${formatDuration(value)} after start`;
    case "metric":
      return `${xAxis.key} ${formatNumber(value)}`;
    case "step":
      return `step ${Number.isInteger(value) && value < 1e6 ? formatCount(value) : formatNumber(value)}`;
  }
}

import { formatCount } from "../format/format-count.ts";
import { formatNumber } from "../format/format-number.ts";
import type { ChartLine } from "./chart-line.ts";

/**
 * What a tooltip says of an entry beside the value on the line: `0.91 – 0.95 · n 40`, and `0.93 unsmoothed` where the
 * line is smoothed.
 */
export function tooltipDetail(line: ChartLine, index: number, isSmoothed: boolean): string {
  const { values, hasBand, low, high, group } = line;
  const value = values[index];
  const [least, most] = [low[index], high[index]];
  const band = hasBand && least !== undefined && most !== undefined && Number.isFinite(least + most);
  const n = group?.n[index];
  return [
    ...(isSmoothed && value !== undefined ? [`${formatNumber(value)} unsmoothed`] : []),
    ...(band ? [`${formatNumber(least)} – ${formatNumber(most)}`] : []),
    ...(n === undefined ? [] : [`n ${formatCount(n)}`]),
  ].join(" · ");
}

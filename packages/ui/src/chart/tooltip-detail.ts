import { formatCount } from "../format/format-count.ts";
import { formatNumber } from "../format/format-number.ts";
import type { ChartLine } from "./chart-line.ts";

/** What a tooltip says of an entry beside its value: `0.91 – 0.95 · n 40`. */
export function tooltipDetail({ hasBand, low, high, group }: ChartLine, index: number): string {
  const [least, most] = [low[index], high[index]];
  const band = hasBand && least !== undefined && most !== undefined && Number.isFinite(least + most);
  const n = group?.n[index];
  return [
    ...(band ? [`${formatNumber(least)} – ${formatNumber(most)}`] : []),
    ...(n === undefined ? [] : [`n ${formatCount(n)}`]),
  ].join(" · ");
}

import { formatNumber } from "./format-number.ts";

/** A difference with its sign: `+0.0029`, `−0.011`, `±0`. */
export function formatDelta(delta: number): string {
  if (delta === 0) return "±0";
  return delta > 0 ? `+${formatNumber(delta)}` : formatNumber(delta);
}

import type { ChartLine } from "./chart-line.ts";
import { isDrawable } from "./is-drawable.ts";

/** A stretch of buckets without a gap, as the outline of its area. */
export interface BandSegment {
  outline: [number, number][];
  extent: [fromX: number, toX: number, min: number, max: number];
}

function segmentOf(x: readonly number[], low: readonly number[], high: readonly number[]): BandSegment {
  const upper = x.map((at, index): [number, number] => [at, high[index] ?? Number.NaN]);
  const lower = x.map((at, index): [number, number] => [at, low[index] ?? Number.NaN]);
  return {
    outline: [...upper, ...lower.reverse()],
    extent: [x[0] ?? 0, x.at(-1) ?? 0, Math.min(...low), Math.max(...high)],
  };
}

/** The areas around a line; none for raw points. */
export function bandSegments(line: ChartLine, isLogY: boolean): BandSegment[] {
  if (!line.hasBand) return [];
  const segments: BandSegment[] = [];
  let open: { x: number[]; low: number[]; high: number[] } = { x: [], low: [], high: [] };
  const close = () => {
    if (open.x.length > 1) segments.push(segmentOf(open.x, open.low, open.high));
    open = { x: [], low: [], high: [] };
  };
  line.x.forEach((at, index) => {
    const low = line.low[index] ?? Number.NaN;
    const high = line.high[index] ?? Number.NaN;
    if (isDrawable(low, isLogY) && isDrawable(high, isLogY)) {
      open.x.push(at);
      open.low.push(low);
      open.high.push(high);
    } else {
      close();
    }
  });
  close();
  return segments;
}

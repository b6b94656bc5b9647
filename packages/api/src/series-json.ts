import type { GroupSeries, Series } from "@assay/contract";
import type { GroupSeriesAnswer, SeriesAnswer } from "@assay/services";

/** A series with its columns as plain arrays, as JSON takes them. */
export function seriesJson({ head, x, blocks }: SeriesAnswer): Series {
  return {
    ...head,
    x: Array.from(x),
    steps: Array.from(blocks.steps),
    timesMs: Array.from(blocks.timesMs),
    values: Array.from(blocks.values),
    min: Array.from(blocks.min),
    max: Array.from(blocks.max),
  };
}

export function groupSeriesJson({ head, line }: GroupSeriesAnswer): GroupSeries {
  return {
    ...head,
    x: Array.from(line.x),
    values: Array.from(line.values),
    low: Array.from(line.low),
    high: Array.from(line.high),
    n: Array.from(line.n),
  };
}

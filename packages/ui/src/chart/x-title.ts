import type { SeriesAxis } from "@assay/contract";

/** What runs along the bottom, in a word or two. */
export function xTitle(xAxis: SeriesAxis): string {
  if (xAxis.kind === "metric") return xAxis.key;
  return { step: "Step", time: "Wall time", relative: "Time since start" }[xAxis.kind];
}

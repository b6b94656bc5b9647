import type { LineSeriesOption } from "echarts/charts";

type LineData = NonNullable<LineSeriesOption["data"]>;

/** ECharts reads a flat typed array of x, y, x, y … as a series' data; its types leave that out. */
export function echartsData(pairs: Float64Array): LineData {
  return pairs as unknown as LineData;
}

import type { CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import type { GridComponentOption, TooltipComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import { formatCount } from "../format/format-count.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatNumber } from "../format/format-number.ts";
import { NEUTRALS } from "../theme/neutrals.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";
import { durationInterval } from "./duration-interval.ts";
import { lineSeries } from "./line-series.ts";
import { lineTooltip } from "./line-tooltip.ts";
import { xExtent } from "./x-extent.ts";

export type LineOption = ComposeOption<
  LineSeriesOption | CustomSeriesOption | GridComponentOption | TooltipComponentOption
>;

/** Space around the plot in pixels; fixed, so that panels line up and drags map to the plot. */
export const PLOT_MARGIN = { left: 52, right: 14, top: 10, bottom: 24 } as const;

function xLabel(preferences: ChartPreferences): Record<string, unknown> {
  const { kind } = preferences.xAxis;
  if (kind === "time") return {};
  if (kind === "relative") return { formatter: (value: number) => formatDuration(value) };
  return {
    formatter: (value: number) => (Number.isInteger(value) && value >= 0 ? formatCount(value) : formatNumber(value)),
  };
}

/** What the x axis shows. Ticks of durations stand at whole units, and a single place stands in the middle. */
function extent(lines: readonly ChartLine[], { xAxis, range }: ChartPreferences) {
  const { from, to } = range ?? xExtent(lines);
  const pad = from === to ? Math.max(1, Math.abs(from) / 100) : 0;
  const interval = xAxis.kind === "relative" ? durationInterval(to - from) : undefined;
  return { min: from - pad, max: to + pad, ...(interval === undefined ? {} : { interval }) };
}

/** The whole ECharts option of a line panel; the same input gives the same picture. */
export function lineOption(lines: readonly ChartLine[], preferences: ChartPreferences): LineOption {
  const neutral = NEUTRALS[preferences.scheme];
  const label = { color: neutral.secondary, fontSize: 11, fontFamily: "Inter Variable, system-ui, sans-serif" };
  return {
    animation: false,
    backgroundColor: "transparent",
    grid: { ...PLOT_MARGIN, outerBoundsMode: "none" },
    tooltip: lineTooltip(lines, preferences),
    xAxis: {
      type: preferences.xAxis.kind === "time" ? "time" : "value",
      ...extent(lines, preferences),
      axisLine: { lineStyle: { color: neutral.line }, onZero: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...label, hideOverlap: true, showMinLabel: false, showMaxLabel: false, ...xLabel(preferences) },
    },
    yAxis: {
      type: preferences.isLogY ? "log" : "value",
      scale: true,
      splitNumber: 4,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: neutral.line } },
      axisLabel: { ...label, formatter: (value: number) => formatNumber(value), hideOverlap: true },
    },
    series: lines.flatMap((line) => lineSeries(line, preferences)),
  };
}

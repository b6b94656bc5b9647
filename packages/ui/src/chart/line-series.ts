import type { CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import { runColour } from "../colour/run-hue.ts";
import { bandSegments } from "./band-segments.ts";
import { bandSeries } from "./band-series.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";
import { echartsData } from "./echarts-data.ts";
import { interleave } from "./interleave.ts";
import { smooth } from "./smooth.ts";

const SYMBOLS_UP_TO = 40;

function rawBehind(line: ChartLine, data: Float64Array, colour: string): LineSeriesOption {
  return {
    id: `${line.id}:raw`,
    type: "line",
    silent: true,
    showSymbol: false,
    z: 1,
    data: echartsData(data),
    lineStyle: { color: colour, width: 1, opacity: 0.25 },
    emphasis: { disabled: true },
    tooltip: { show: false },
  };
}

function mainLine(line: ChartLine, data: Float64Array, colour: string): LineSeriesOption {
  return {
    id: line.id,
    name: line.name,
    type: "line",
    z: 2,
    data: echartsData(data),
    showSymbol: line.values.length <= SYMBOLS_UP_TO,
    symbol: "circle",
    symbolSize: 4,
    triggerLineEvent: true,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 1.5, type: typeof line.dash === "string" ? line.dash : [...line.dash] },
    emphasis: { focus: "series", lineStyle: { width: 2.5 } },
    blur: { lineStyle: { opacity: 0.2 }, itemStyle: { opacity: 0.2 } },
  };
}

/** What one line contributes: the area around it, its raw points dimmed when smoothed, its line. */
export function lineSeries(line: ChartLine, preferences: ChartPreferences): (LineSeriesOption | CustomSeriesOption)[] {
  const colour = runColour(line.number, preferences.scheme);
  const raw = interleave(line.x, line.values, preferences.isLogY);
  const segments = bandSegments(line, preferences.isLogY);
  const band = segments.length === 0 ? [] : [bandSeries(line.id, segments, colour)];
  if (preferences.smoothing <= 0) return [...band, mainLine(line, raw, colour)];
  const smoothed = interleave(line.x, smooth(line.values, preferences.smoothing), preferences.isLogY);
  return [...band, rawBehind(line, raw, colour), mainLine(line, smoothed, colour)];
}

import type { TooltipComponentOption } from "echarts/components";
import { runColour } from "../colour/run-hue.ts";
import { NEUTRALS } from "../theme/neutrals.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences } from "./chart-preferences.ts";
import { formatX } from "./format-x.ts";
import { tooltipDetail } from "./tooltip-detail.ts";
import { type TooltipRow, tooltipHtml } from "./tooltip-html.ts";

function numbersOf(value: unknown): number[] {
  if (Array.isArray(value) || value instanceof Float64Array) return Array.from(value, Number);
  return [];
}

/** One tooltip for all lines under the pointer. */
export function lineTooltip(lines: readonly ChartLine[], preferences: ChartPreferences): TooltipComponentOption {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const neutral = NEUTRALS[preferences.scheme];
  return {
    trigger: "axis",
    appendTo: "body",
    transitionDuration: 0,
    padding: 0,
    borderWidth: 1,
    borderColor: neutral.line,
    backgroundColor: neutral.page,
    textStyle: { color: neutral.text, fontSize: 12 },
    extraCssText: "box-shadow:0 4px 16px rgb(0 0 0 / 18%);border-radius:6px",
    axisPointer: { type: "line", snap: true, lineStyle: { color: neutral.secondary, type: "solid", width: 1 } },
    formatter: (params) => {
      const items = Array.isArray(params) ? params : [params];
      const rows = items.flatMap((item): TooltipRow[] => {
        const line = byId.get(item.seriesId ?? "");
        const value = numbersOf(item.value)[1];
        if (line === undefined || value === undefined) return [];
        const detail = tooltipDetail(line, item.dataIndex, preferences.smoothing > 0);
        return [{ name: line.name, colour: runColour(line.number, preferences.scheme), value, detail }];
      });
      const first = items.find((item) => byId.has(item.seriesId ?? ""));
      const at = numbersOf(first?.value)[0];
      return at === undefined ? "" : tooltipHtml(formatX(at, preferences.xAxis), rows);
    },
  };
}

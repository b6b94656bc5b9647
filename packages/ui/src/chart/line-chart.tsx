import { useMemo, useRef } from "react";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPreferences, ChartRange } from "./chart-preferences.ts";
import type { HoverLink } from "./hover-link.ts";
import { lineOption, PLOT_MARGIN } from "./line-option.ts";
import { useDragZoom } from "./use-drag-zoom.ts";
import { useEcharts } from "./use-echarts.ts";
import { useLinkedHover } from "./use-linked-hover.ts";
import "./chart.css";

interface LineChartProps {
  lines: readonly ChartLine[];
  preferences: ChartPreferences;
  /** What the chart shows, in a sentence. */
  description: string;
  hoverLink: HoverLink;
  onZoom: (range: ChartRange | null) => void;
}

/** Lines of several runs over one x axis. Fills its parent. */
export function LineChart({ lines, preferences, description, hoverLink, onZoom }: LineChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const option = useMemo(() => lineOption(lines, preferences), [lines, preferences]);
  const chart = useEcharts(host, option);
  const crosshair = useLinkedHover(chart, hoverLink);
  const { drag, handlers } = useDragZoom(chart, onZoom);
  const vertical = { top: PLOT_MARGIN.top, bottom: PLOT_MARGIN.bottom };
  return (
    <div className="assay-chart" role="img" aria-label={description} {...handlers}>
      <div ref={host} className="assay-chart-canvas" />
      {crosshair !== null && <span className="assay-chart-crosshair" style={{ ...vertical, left: crosshair }} />}
      {drag !== null && (
        <span
          className="assay-chart-drag"
          style={{ ...vertical, left: Math.min(drag.startX, drag.endX), width: Math.abs(drag.endX - drag.startX) }}
        />
      )}
    </div>
  );
}

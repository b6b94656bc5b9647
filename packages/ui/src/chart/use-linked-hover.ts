import type { ECharts } from "echarts/core";
import { useEffect, useState } from "react";
import type { HoverLink } from "./hover-link.ts";

interface MouseParams {
  seriesId?: string;
}

function reportHover(chart: ECharts, link: HoverLink): void {
  chart.on("mouseover", (params) => {
    const { seriesId } = params as MouseParams;
    if (seriesId !== undefined) link.set({ ...link.get(), lineId: seriesId });
  });
  chart.on("mouseout", () => link.set({ ...link.get(), lineId: null }));
  chart.getZr().on("mousemove", (event) => {
    const isInside = chart.containPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]);
    const x = isInside ? Number(chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX)) : null;
    link.set({ ...link.get(), x });
  });
  chart.getZr().on("globalout", () => link.set({ lineId: null, x: null }));
}

function light(chart: ECharts, lineId: string | null): void {
  chart.dispatchAction(lineId === null ? { type: "downplay" } : { type: "highlight", seriesId: lineId });
}

/** Where another panel's pointer falls on this plot, in pixels from the left; null when it does not. */
function crosshairOf(chart: ECharts, x: number | null): number | null {
  if (x === null || chart.getDom().matches(":hover")) return null;
  const at = Number(chart.convertToPixel({ xAxisIndex: 0 }, x));
  return chart.containPixel({ gridIndex: 0 }, [at, chart.getHeight() / 2]) ? at : null;
}

/** Shares hover with the other panels of a link. Returns where to draw the crosshair that one of them calls for. */
export function useLinkedHover(chart: ECharts | null, link: HoverLink): number | null {
  const [crosshair, setCrosshair] = useState<number | null>(null);

  useEffect(() => {
    if (chart === null) return;
    reportHover(chart, link);
    let lit: string | null = null;
    return link.subscribe(() => {
      if (chart.isDisposed()) return;
      const { lineId, x } = link.get();
      if (lineId !== lit) light(chart, lineId);
      lit = lineId;
      setCrosshair(crosshairOf(chart, x));
    });
  }, [chart, link]);

  return crosshair;
}

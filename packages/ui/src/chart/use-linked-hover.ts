import type { ECharts } from "echarts/core";
import { useEffect, useState } from "react";
import type { HoverLink } from "./hover-link.ts";

interface MouseParams {
  seriesId?: string;
}

function reportHover(chart: ECharts, link: HoverLink): void {
  chart.on("mouseover", (params) => {
    const { seriesId } = params as MouseParams;
    if (seriesId !== undefined) link.set({ ...link.get(), runId: seriesId });
  });
  chart.on("mouseout", () => link.set({ ...link.get(), runId: null }));
  chart.getZr().on("mousemove", (event) => {
    const isInside = chart.containPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]);
    const x = isInside ? Number(chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX)) : null;
    link.set({ ...link.get(), x });
  });
  chart.getZr().on("globalout", () => link.set({ runId: null, x: null }));
}

/**
 * Shares hover with the other panels of a link. Returns where to draw the crosshair that another panel's
 * pointer calls for, in pixels from the left, or null.
 */
export function useLinkedHover(chart: ECharts | null, link: HoverLink): number | null {
  const [crosshair, setCrosshair] = useState<number | null>(null);

  useEffect(() => {
    if (chart === null) return;
    reportHover(chart, link);
    let lit: string | null = null;
    return link.subscribe(() => {
      if (chart.isDisposed()) return;
      const hover = link.get();
      if (hover.runId !== lit) {
        chart.dispatchAction(
          hover.runId === null ? { type: "downplay" } : { type: "highlight", seriesId: hover.runId },
        );
        lit = hover.runId;
      }
      const isOwn = chart.getDom().matches(":hover");
      const at = hover.x === null || isOwn ? null : Number(chart.convertToPixel({ xAxisIndex: 0 }, hover.x));
      const isOnPlot = at !== null && chart.containPixel({ gridIndex: 0 }, [at, chart.getHeight() / 2]);
      setCrosshair(isOnPlot ? at : null);
    });
  }, [chart, link]);

  return crosshair;
}

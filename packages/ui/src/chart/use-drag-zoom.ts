import type { ECharts } from "echarts/core";
import { type PointerEvent, useRef, useState } from "react";
import type { ChartRange } from "./chart-preferences.ts";
import { PLOT_MARGIN } from "./line-option.ts";

interface Drag {
  startX: number;
  endX: number;
}

const LEAST_DRAG_PX = 5;

function offsetOf(event: PointerEvent<HTMLDivElement>): number {
  const box = event.currentTarget.getBoundingClientRect();
  return Math.min(Math.max(event.clientX - box.left, PLOT_MARGIN.left), box.width - PLOT_MARGIN.right);
}

/** Drag across the plot to zoom into that part of the x axis, double click for all of it. */
export function useDragZoom(chart: ECharts | null, onZoom: (range: ChartRange | null) => void) {
  const start = useRef<number | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  const zoomTo = (chosen: Drag, instance: ECharts) => {
    const ends = [chosen.startX, chosen.endX].map((x) => Number(instance.convertFromPixel({ xAxisIndex: 0 }, x)));
    const [from = 0, to = 0] = ends.sort((a, b) => a - b);
    if (to > from) onZoom({ from, to });
  };

  return {
    drag,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
        if (event.button === 0 && event.pointerType !== "touch") start.current = offsetOf(event);
      },
      onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
        if (start.current === null) return;
        const endX = offsetOf(event);
        if (drag === null && Math.abs(endX - start.current) < LEAST_DRAG_PX) return;
        if (drag === null) event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ startX: start.current, endX });
      },
      onPointerUp: () => {
        if (drag !== null && chart !== null) zoomTo(drag, chart);
        start.current = null;
        setDrag(null);
      },
      onPointerCancel: () => {
        start.current = null;
        setDrag(null);
      },
      onDoubleClick: () => onZoom(null),
    },
  };
}

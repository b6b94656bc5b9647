import type { ECharts } from "echarts/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import { initChart } from "./echarts.ts";
import type { LineOption } from "./line-option.ts";

/** Keeps an ECharts instance in a host element; updates replace the series and leave hover and zoom alone. */
export function useEcharts(host: RefObject<HTMLDivElement | null>, option: LineOption): ECharts | null {
  const [chart, setChart] = useState<ECharts | null>(null);
  const pointer = useRef<{ x: number; y: number } | null>(null);

  useEffect(() => {
    if (host.current === null) return;
    const element = host.current;
    const instance = initChart(element, null, { renderer: "canvas" });
    const observer = new ResizeObserver(() => {
      // It also reports the size that the chart was made with, and each resize draws all lines anew.
      const { clientWidth, clientHeight } = element;
      if (clientWidth !== instance.getWidth() || clientHeight !== instance.getHeight()) instance.resize();
    });
    observer.observe(element);
    instance.getZr().on("mousemove", (event) => {
      pointer.current = { x: event.offsetX, y: event.offsetY };
    });
    instance.getZr().on("globalout", () => {
      pointer.current = null;
    });
    setChart(instance);
    return () => {
      observer.disconnect();
      instance.dispose();
      setChart(null);
    };
  }, [host]);

  useEffect(() => {
    chart?.setOption(option, { replaceMerge: ["series"] });
    // The axis may have moved under a resting pointer: the tooltip follows it.
    if (pointer.current !== null) chart?.dispatchAction({ type: "showTip", ...pointer.current });
  }, [chart, option]);

  return chart;
}

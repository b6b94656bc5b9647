import { describe, expect, it } from "vitest";
import type { ChartPreferences } from "./chart-preferences.ts";
import { lineOption } from "./line-option.ts";
import { testingLine } from "./testing-line.ts";

const PLAIN: ChartPreferences = { xAxis: { kind: "step" }, isLogY: false, smoothing: 0, scheme: "light", range: null };

function seriesOf(option: ReturnType<typeof lineOption>) {
  return Array.isArray(option.series) ? option.series : [];
}

describe("lineOption", () => {
  it("draws raw points as one line in the run's colour", () => {
    const series = seriesOf(lineOption([testingLine([1, 2, 3])], PLAIN));
    expect(series.map((one) => one.id)).toEqual(["a"]);
    expect(series[0]).toMatchObject({
      type: "line",
      name: "calm-otter",
      lineStyle: { color: "#c63c4d", type: "solid" },
    });
    expect([...Object.values(series[0]?.data ?? {})]).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it("puts a min–max area behind buckets", () => {
    const line = testingLine([1, 2], {
      low: Float64Array.of(0, 1),
      high: Float64Array.of(2, 3),
      hasBand: true,
      isRaw: false,
      pointCount: 900,
    });
    const series = seriesOf(lineOption([line], PLAIN));
    expect(series.map((one) => one.id)).toEqual(["a:band", "a"]);
    expect(series[0]?.data).toEqual([[0, 1, 0, 3]]);
  });

  it("keeps the raw points dimmed behind a smoothed line", () => {
    const series = seriesOf(lineOption([testingLine([0, 4])], { ...PLAIN, smoothing: 0.5 }));
    expect(series.map((one) => one.id)).toEqual(["a:raw", "a"]);
    expect(series[0]).toMatchObject({ silent: true, lineStyle: { opacity: 0.25 } });
  });

  it("leaves gaps for what a log axis cannot show", () => {
    const option = lineOption([testingLine([1, 0, Number.NaN])], { ...PLAIN, isLogY: true });
    expect(option.yAxis).toMatchObject({ type: "log" });
    expect([...Object.values(seriesOf(option)[0]?.data ?? {})]).toEqual([0, 1, 1, Number.NaN, 2, Number.NaN]);
  });

  it("puts ticks of relative time at whole units", () => {
    const line = testingLine([5, 6], { x: Float64Array.of(0, 540_000) });
    const option = lineOption([line], { ...PLAIN, xAxis: { kind: "relative" } });
    expect(option.xAxis).toMatchObject({ type: "value", interval: 120_000 });
  });

  it("puts a single point in the middle", () => {
    const line = testingLine([7], { x: Float64Array.of(5) });
    expect(lineOption([line], PLAIN).xAxis).toMatchObject({ min: 4, max: 6 });
  });

  it("shows the range asked for", () => {
    expect(lineOption([testingLine([1])], { ...PLAIN, range: { from: 2, to: 8 } }).xAxis).toMatchObject({
      min: 2,
      max: 8,
    });
  });
});

import { expect, it } from "vitest";
import { testingLine } from "./testing-line.ts";
import { tooltipDetail } from "./tooltip-detail.ts";

const band = { low: Float64Array.of(0.5, Number.NaN), high: Float64Array.of(1.5, Number.NaN), hasBand: true };

it("says nothing beside a raw point, and the extremes of a bucket", () => {
  expect(tooltipDetail(testingLine([1]), 0, false)).toBe("");
  expect(tooltipDetail(testingLine([1, 2], band), 0, false)).toBe("0.5 – 1.5");
  expect(tooltipDetail(testingLine([1, 2], band), 1, false)).toBe("");
});

it("counts a group's members", () => {
  const group = { n: Float64Array.of(40, 3), memberCount: 41, blockPoints: 1 };
  expect(tooltipDetail(testingLine([1, 2], { ...band, group }), 0, false)).toBe("0.5 – 1.5 · n 40");
  expect(tooltipDetail(testingLine([1, 2], { ...band, group }), 1, false)).toBe("n 3");
});

it("tells the value itself where the line is smoothed", () => {
  expect(tooltipDetail(testingLine([1, 2], band), 0, true)).toBe("1 unsmoothed · 0.5 – 1.5");
});

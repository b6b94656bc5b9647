import { describe, expect, it } from "vitest";
import { chartFooter } from "./chart-footer.ts";
import { testingLine } from "./testing-line.ts";

const PLAIN = { isLogY: false, smoothing: 0 };

describe("chartFooter", () => {
  it("says when points are drawn as they are", () => {
    expect(chartFooter([testingLine([1, 2])], PLAIN)).toBe("1 run · 2 points · raw");
  });

  it("says when buckets stand for points", () => {
    const values = Array.from({ length: 1_000 }, () => 1);
    const line = testingLine(values, { isRaw: false, hasBand: true, pointCount: 240_000 });
    const lines = Array.from({ length: 10 }, () => line);
    expect(chartFooter(lines, PLAIN)).toBe("10 runs · 1,000 buckets of 2.4 M points · min–max shown");
  });

  it("says what is left of buckets without an area", () => {
    const line = testingLine([1, 2], { isRaw: false, pointCount: 9_000 });
    expect(chartFooter([line], PLAIN)).toBe("1 run · 2 buckets of 9,000 points · last value of each shown");
  });

  it("counts what it could not draw", () => {
    const lines = [testingLine([1, -1, 0, Number.NaN, Infinity])];
    expect(chartFooter(lines, { isLogY: true, smoothing: 0.6 })).toBe(
      "1 run · 5 points · raw · smoothed 0.6 · 2 NaN or ∞ left as gaps · 2 ≤ 0 have no place on a log axis",
    );
  });
});

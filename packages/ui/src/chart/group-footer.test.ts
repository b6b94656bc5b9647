import { expect, it } from "vitest";
import { groupFooter, groupStyleText } from "./group-footer.ts";
import { testingLine } from "./testing-line.ts";

const PLAIN = { isLogY: false, smoothing: 0 };
const groupOf = (memberCount: number, blockPoints: number, pointCount: number) =>
  testingLine(new Array<number>(500).fill(1), {
    isRaw: false,
    pointCount,
    group: { n: Float64Array.of(), memberCount, blockPoints },
  });

it("says how many runs and points stand behind the groups, and how they were counted", () => {
  const lines = [groupOf(40, 1, 800_000), groupOf(50, 64, 800_000), groupOf(30, 1, 800_000)];
  expect(groupFooter(lines, { centre: "mean", band: "ci95" }, PLAIN)).toBe(
    "3 groups of 120 runs · mean ± 95 % CI · 500 parts of 2.4 M points · blocks of 64 counted where they end",
  );
});

it("names the mean where a deviation is drawn around another line", () => {
  expect(groupStyleText({ centre: "median", band: "std" })).toBe("median, mean ± std");
  expect(groupStyleText({ centre: "median", band: "minmax" })).toBe("median, min–max");
  expect(groupStyleText({ centre: "max", band: "none" })).toBe("max");
});

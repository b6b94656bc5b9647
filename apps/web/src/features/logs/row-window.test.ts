import { expect, it } from "vitest";
import { rowWindow } from "./row-window.ts";

it("holds the whole of a log that a page can be as tall as", () => {
  expect(rowWindow(0, null)).toEqual({ start: 0, count: 0 });
  expect(rowWindow(600_000, 5)).toEqual({ start: 0, count: 600_000 });
});

it("holds the end of a longer one and moves by a hundred thousand lines as it grows", () => {
  expect(rowWindow(600_001, null)).toEqual({ start: 100_000, count: 500_001 });
  expect(rowWindow(700_000, null)).toEqual({ start: 100_000, count: 600_000 });
  expect(rowWindow(700_001, null)).toEqual({ start: 200_000, count: 500_001 });
});

it("holds the line that is pointed at, wherever it is", () => {
  for (const wanted of [0, 1, 299_999, 1_234_567, 4_999_999]) {
    const { start, count } = rowWindow(5_000_000, wanted);
    expect(wanted >= start && wanted < start + count).toBe(true);
    expect(start + count).toBeLessThanOrEqual(5_000_000);
  }
});

import { expect, it } from "vitest";
import { formatCount } from "./format-count.ts";

it.each([
  [7, "7"],
  [1284, "1,284"],
  [999_999, "999,999"],
  [2_400_000, "2.4 M"],
  [10_000_000, "10 M"],
  [3.2e9, "3.2 G"],
])("counts %d as %s", (count, text) => {
  expect(formatCount(count)).toBe(text);
});

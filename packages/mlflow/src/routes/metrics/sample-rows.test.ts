import { expect, it } from "vitest";
import { sampleRows } from "./sample-rows.ts";

it("keeps every row of few", () => {
  expect(sampleRows(0, 3)).toEqual([]);
  expect(sampleRows(3, 3)).toEqual([0, 1, 2]);
});

it("keeps the first of each group, the larger groups first, and the last of all", () => {
  // Groups of 4, 3 and 3 rows begin at 0, 4 and 7; the last row takes the last place.
  expect(sampleRows(10, 3)).toEqual([0, 4, 9]);
  expect(sampleRows(5, 4)).toEqual([0, 2, 3, 4]);
});

it("keeps the last alone where one is asked for", () => {
  expect(sampleRows(10, 1)).toEqual([9]);
});

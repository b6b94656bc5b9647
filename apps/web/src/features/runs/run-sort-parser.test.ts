import { expect, it } from "vitest";
import { runSortParser } from "./run-sort-parser.ts";

it("round-trips a sort, colons in the key included", () => {
  const sort = { column: "metrics.a:b.max", direction: "desc" } as const;
  expect(runSortParser.parse(runSortParser.serialize(sort))).toEqual(sort);
});

it("refuses what is no sort", () => {
  expect(["", ":asc", "name", "name:up"].map((text) => runSortParser.parse(text))).toEqual([null, null, null, null]);
});

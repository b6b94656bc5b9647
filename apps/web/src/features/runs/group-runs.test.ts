import { RunId, type RunRow } from "@assay/contract";
import { expect, it } from "vitest";
import { groupRuns } from "./group-runs.ts";

const rowsOf = (
  values: readonly (string | number | null)[],
): Pick<RunRow, "id" | "status" | "experimentName" | "values">[] =>
  values.map((value, index) => ({
    id: RunId.parse(index.toString(16).padStart(32, "0")),
    status: index % 2 === 0 ? "running" : "finished",
    experimentName: "digits",
    values: value === null ? {} : { "params.lr": value },
  }));

it("groups runs by a param, values in their natural order, runs without it last", () => {
  const { groups, omitted } = groupRuns(rowsOf(["10", "9", null, "10", "9", "9"]), "params.lr");
  expect(groups.map(({ name, runCount }) => [name, runCount])).toEqual([
    ["9", 3],
    ["10", 2],
    ["no lr", 1],
  ]);
  expect(omitted).toEqual({ groups: 0, runs: 0 });
});

it("puts numbers in the order of their size, before texts", () => {
  const { groups } = groupRuns(rowsOf(["auto", "0.1", "1e-4", "0.01"]), "params.lr");
  expect(groups.map(({ name }) => name)).toEqual(["1e-4", "0.01", "0.1", "auto"]);
});

it("tells a value that is called like the missing one from it", () => {
  const { groups } = groupRuns(rowsOf(["no lr", null]), "params.lr");
  expect(new Set(groups.map(({ id }) => id)).size).toBe(2);
});

it("groups by status and experiment", () => {
  expect(groupRuns(rowsOf(["1", "2", "3"]), "status").groups.map(({ name }) => name)).toEqual(["finished", "running"]);
  expect(groupRuns(rowsOf(["1", "2", "3"]), "experiment").groups.map(({ runCount }) => runCount)).toEqual([3]);
});

it("keeps the largest groups and counts what it leaves out", () => {
  const many = Array.from({ length: 120 }, (_, index) => `${index}`);
  const { groups, omitted } = groupRuns(rowsOf([...many, "7", "119"]), "params.lr");
  expect(groups).toHaveLength(100);
  expect(groups.map(({ name }) => name)).toContain("119");
  expect(omitted).toEqual({ groups: 20, runs: 20 });
});

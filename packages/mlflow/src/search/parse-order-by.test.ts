import { expect, it } from "vitest";
import { parseOrderBy, refuseRepeats } from "./parse-order-by.ts";
import { readRunOrderField } from "./read-run-fields.ts";

const read = (...clauses: string[]) => parseOrderBy(clauses, readRunOrderField);
const metric = (key: string) => ({ entity: "metric", key, aggregate: "last" });

it.each([
  ["metrics.loss", metric("loss"), "asc"],
  ["metrics.loss ASC", metric("loss"), "asc"],
  ["  metrics.val.loss   desc ", metric("val.loss"), "desc"],
  ["metrics.`val loss` DESC", metric("val loss"), "desc"],
  ['metrics."val desc" desc', metric("val desc"), "desc"],
  ["`metrics.val loss` DESC", metric("val loss"), "desc"],
  ["start_time DESC", { entity: "attribute", name: "started_at" }, "desc"],
  ["`Run Name` desc", { entity: "attribute", name: "name" }, "desc"],
  ["`metrics`.loss", metric("loss"), "asc"],
  ["params.desc", { entity: "param", key: "desc" }, "asc"],
])("reads %s", (clause, field, direction) => {
  expect(read(clause)).toEqual([{ field, direction }]);
});

it.each([
  "",
  " ",
  "metrics.loss up",
  "metrics.a b",
  "metrics.a ASC DESC",
  "metrics.`a",
  "1; DROP TABLE run",
  "DESC metrics.a",
  "Run Name desc",
  "dataset.name",
])("refuses %j", (clause) => {
  expect(() => read(clause)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it("refuses the same column twice, however it is written", () => {
  expect(() => refuseRepeats(read("metrics.a DESC", "metric.`a` ASC"))).toThrow(/same column twice/);
});

it("refuses more clauses than anybody sorts by", () => {
  expect(() => read(...Array.from({ length: 31 }, (_, at) => `metrics.m${at}`))).toThrow(/At most 30/);
});

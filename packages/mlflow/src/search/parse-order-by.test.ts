import { expect, it } from "vitest";
import { parseOrderBy } from "./parse-order-by.ts";
import { readMlflowField } from "./read-mlflow-field.ts";

const read = (...clauses: string[]) => parseOrderBy(clauses, readMlflowField);
const metric = (key: string) => ({ entity: "metric", key, aggregate: "last" });

it.each([
  ["metrics.loss", metric("loss"), "asc"],
  ["metrics.loss ASC", metric("loss"), "asc"],
  ["  metrics.val.loss   desc ", metric("val.loss"), "desc"],
  ["metrics.`val loss` DESC", metric("val loss"), "desc"],
  ['metrics."val desc" desc', metric("val desc"), "desc"],
  ["`metrics.val loss` DESC", metric("val loss"), "desc"],
  ["start_time DESC", { entity: "attribute", name: "started_at" }, "desc"],
  ["Run Name desc", { entity: "attribute", name: "name" }, "desc"],
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
])("refuses %j", (clause) => {
  expect(() => read(clause)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it("refuses the same column twice, however it is written", () => {
  expect(() => read("metrics.a DESC", "metric.`a` ASC")).toThrow(/same column twice/);
});

it("refuses more clauses than anybody sorts by", () => {
  expect(() => read(...Array.from({ length: 11 }, (_, at) => `metrics.m${at}`))).toThrow(/At most 10/);
});

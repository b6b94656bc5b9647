import { expect, it } from "vitest";
import { parseRunFilter } from "./parse-run-filter.ts";
import { readMlflowField } from "./read-mlflow-field.ts";

it.each([
  ["metrics.loss", { entity: "metric", key: "loss", aggregate: "last" }],
  ["metric.val.loss", { entity: "metric", key: "val.loss", aggregate: "last" }],
  ["metrics.acc.max", { entity: "metric", key: "acc.max", aggregate: "last" }],
  ["params.lr", { entity: "param", key: "lr" }],
  ["parameters.lr", { entity: "param", key: "lr" }],
  ["tags.mlflow.parentRunId", { entity: "tag", key: "mlflow.parentRunId" }],
  ["tag.mlflow.runName", { entity: "attribute", name: "name" }],
  ["attributes.run_id", { entity: "attribute", name: "id" }],
  ["attr.status", { entity: "attribute", name: "status" }],
  ["Created", { entity: "attribute", name: "started_at" }],
  ["Run Name", { entity: "attribute", name: "name" }],
  ["user_id", { entity: "attribute", name: "user" }],
  ["datasets.digest", { entity: "dataset", name: "digest" }],
])("reads %s", (text, field) => {
  expect(readMlflowField(text)).toEqual(field);
});

it.each([
  "foo",
  "attributes.experiment_id",
  "things.a",
  "metrics.",
  "dataset.schema",
  "__proto__",
  "constructor",
  "toString.a",
])("refuses %s", (text) => {
  expect(() => readMlflowField(text)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it("reads keys in backticks and double quotes, and values in either quote", () => {
  const expected = {
    kind: "and",
    nodes: [
      { kind: "compare", field: { entity: "metric", key: "val loss", aggregate: "last" }, operator: "<", value: 1.5 },
      { kind: "compare", field: { entity: "param", key: "my model" }, operator: "LIKE", value: "a%" },
    ],
  };
  expect(parseRunFilter("metrics.`val loss` < 1.5 and params.\"my model\" LIKE 'a%'")).toEqual(expected);
  expect(parseRunFilter('`metrics.val loss` < 1.5 AND params.`my model` like "a%"')).toEqual(expected);
});

it("spells statuses as the store does, and matches their upper case only", () => {
  expect(parseRunFilter("status = 'FINISHED'")).toMatchObject({ value: "finished" });
  expect(parseRunFilter("attributes.status LIKE 'FIN%'")).toMatchObject({ value: "fin%" });
  expect(parseRunFilter("status = 'finished'")).toMatchObject({ value: "FINISHED" });
});

it("reads the run out of an artifact URI", () => {
  const id = "0".repeat(32);
  expect(parseRunFilter(`artifact_uri = 'mlflow-artifacts:/team/main/runs/${id}/artifacts'`)).toMatchObject({
    value: id,
  });
});

it.each([
  "metrics.a > 1 AND",
  "metrics.a",
  "metrics.a > ",
  "params.a = b",
  "metrics.a > 1; DROP TABLE run",
  "run_id IN ()",
  "params.a == 'b'",
  "tags.a IS",
  "params.`open = 'x'",
  "> 1",
  "(metrics.a > 1",
])("refuses %s with a sentence", (text) => {
  expect(() => parseRunFilter(text)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it("takes a blank filter for none", () => {
  expect(parseRunFilter("")).toBeNull();
  expect(parseRunFilter("  \n")).toBeNull();
});

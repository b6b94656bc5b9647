import { expect, it } from "vitest";
import { parseRunFilter } from "./parse-run-filter.ts";
import { readRunFilterField } from "./read-run-fields.ts";

const parse = (text: string) => parseRunFilter({ workspace: "team", project: "main" }, text);

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
  ["`Run Name`", { entity: "attribute", name: "name" }],
  ["user_id", { entity: "attribute", name: "user" }],
  ["datasets.digest", { entity: "dataset", name: "digest" }],
  ["`metrics`.loss", { entity: "metric", key: "loss", aggregate: "last" }],
  ["`metrics`.`val loss`", { entity: "metric", key: "val loss", aggregate: "last" }],
  ["params.'my key'", { entity: "param", key: "my key" }],
  ["metrics.`a.b`", { entity: "metric", key: "a.b", aggregate: "last" }],
])("reads %s", (text, field) => {
  expect(readRunFilterField(text).field).toEqual(field);
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
  "`metrics.val loss`",
  "metrics.a/b",
  "metrics.a-b",
  "metrics.1",
  "metrics.a b",
  ".loss",
])("refuses %s", (text) => {
  expect(() => readRunFilterField(text)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it("reads keys in backticks and double quotes, and values in either quote", () => {
  const expected = {
    kind: "and",
    nodes: [
      { kind: "compare", field: { entity: "metric", key: "val loss", aggregate: "last" }, operator: "<", value: 1.5 },
      { kind: "compare", field: { entity: "param", key: "my model" }, operator: "LIKE", value: "a%" },
    ],
  };
  expect(parse("metrics.`val loss` < 1.5 and params.\"my model\" LIKE 'a%'")).toEqual(expected);
  expect(parse("`metrics`.`val loss` < 1.5 AND params.'my model' like \"a%\"")).toEqual(expected);
});

it("spells statuses as the store does, and matches their upper case only", () => {
  expect(parse("status = 'FINISHED'")).toMatchObject({ value: "finished" });
  expect(parse("attributes.status LIKE 'FIN%'")).toMatchObject({ value: "fin%" });
  expect(parse("status = 'finished'")).toMatchObject({ value: "FINISHED" });
});

it("compares artifact URIs as clients see them", () => {
  expect(parse("artifact_uri LIKE '%/artifacts'")).toMatchObject({
    field: { name: "artifact_uri", around: { before: "mlflow-artifacts:/team/main/runs/", after: "/artifacts" } },
    value: "%/artifacts",
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
  "metrics.a <> 1",
  "metrics.a > +1",
  "metrics.a > 1e+3",
  "metrics.a > 'b'",
  "metrics.a LIKE '1'",
  "metrics.a IS NULL",
  "metrics.a IN ('1')",
  "params.a = 1",
  "params.a > 'b'",
  "params.a = `b`",
  "params.a IN ('b')",
  "params.a NOT LIKE 'b'",
  "params.a LIKE 5",
  "status IN ('FINISHED')",
  "status IS NULL",
  "start_time LIKE '1%'",
  "start_time > '5'",
  "run_id IN (1)",
  "dataset.name > 'a'",
  "dataset.name IS NULL",
])("refuses %s with a sentence", (text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it("takes a blank filter for none", () => {
  expect(parse("")).toBeNull();
  expect(parse("  \n")).toBeNull();
});

it("keeps doubled quotes, as MLflow does, and takes a comma at the end of a list", () => {
  expect(parse("params.a = 'it''s'")).toMatchObject({ value: "it''s" });
  expect(parse("run_id IN ('a', 'b',)")).toMatchObject({ values: ["a", "b"] });
});

it("takes lists as long as scripts send them", () => {
  const ids = Array.from({ length: 5_000 }, (_, at) => `'${String(at).padStart(32, "0")}'`);
  expect(parse(`run_id IN (${ids.join(", ")})`)).toMatchObject({ kind: "in", isNegated: false });
});

it("allows OR, NOT and parentheses beyond MLflow", () => {
  expect(parse("NOT (metrics.a > 1 OR params.b = 'c')")).toMatchObject({ kind: "not", node: { kind: "or" } });
});

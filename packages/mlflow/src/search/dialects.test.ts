import { expect, it } from "vitest";
import { experimentDialect, loggedModelDialect, modelVersionDialect, registeredModelDialect } from "./dialects.ts";
import { withoutPrompts } from "./without-prompts.ts";

it("reads each dialect's own words and refuses the others'", () => {
  expect(experimentDialect.filter("creation_time > 5")).toMatchObject({ field: { name: "created_at" } });
  expect(modelVersionDialect.filter("version_number = 1")).toMatchObject({ field: { name: "number" } });
  expect(loggedModelDialect.filter("attributes.model_type = 'a'")).toMatchObject({ field: { name: "model_type" } });
  expect(() => experimentDialect.filter("version_number = 1")).toThrow(/Invalid attribute key/);
  expect(() => registeredModelDialect.filter("metrics.a > 1")).toThrow(/Invalid entity type/);
  expect(() => modelVersionDialect.filter("params.a = 'b'")).toThrow(/Invalid entity type/);
});

it("filters by fewer attributes than it orders by, and orders by no tags", () => {
  expect(() => registeredModelDialect.filter("last_updated_timestamp > 5")).toThrow(/Valid keys are name$/);
  expect(registeredModelDialect.orders(["timestamp DESC"])).toMatchObject([{ field: { name: "updated_at" } }, {}]);
  expect(() => modelVersionDialect.orders(["run_id"])).toThrow(/Invalid attribute key/);
  for (const dialect of [experimentDialect, registeredModelDialect, modelVersionDialect, loggedModelDialect])
    expect(() => dialect.orders(["tags.a"])).toThrow(/Invalid order_by entity/);
});

it("takes the ids of experiments for the numbers they are", () => {
  const field = { entity: "attribute", name: "number" };
  const is = (value: number) => ({ kind: "compare", field, operator: "=", value });
  expect(experimentDialect.filter("experiment_id = '5'")).toEqual(is(5));
  expect(experimentDialect.filter("experiment_id IN ('5', '6')")).toEqual({ kind: "or", nodes: [is(5), is(6)] });
  expect(() => experimentDialect.filter("experiment_id = 'a'")).toThrow(/Invalid experiment ID/);
  expect(() => experimentDialect.filter("experiment_id LIKE '5'")).toThrow(/Invalid comparator/);
});

it("ends every order in something unique, once", () => {
  const names = (orders: readonly { field: object }[]) =>
    orders.map(({ field }) => ("name" in field ? field.name : ""));
  expect(names(experimentDialect.orders([]))).toEqual(["created_at", "number"]);
  expect(names(experimentDialect.orders(["name"]))).toEqual(["name", "number"]);
  expect(names(registeredModelDialect.orders(["name DESC"]))).toEqual(["name"]);
  expect(names(modelVersionDialect.orders(["version_number DESC"]))).toEqual(["number", "name"]);
  expect(names(experimentDialect.orders(["name", "name DESC"]))).toEqual(["name", "number"]);
});

it("knows a logged model's status by its names on the wire", () => {
  expect(loggedModelDialect.filter("status = 'READY'")).toMatchObject({ value: "ready" });
  expect(loggedModelDialect.filter("status = 'LOGGED_MODEL_PENDING'")).toMatchObject({ value: "pending" });
  // Words that every object of JavaScript has.
  for (const word of ["constructor", "__proto__", "toString"])
    expect(() => loggedModelDialect.filter(`status = '${word}'`)).toThrow(/Unknown model status/);
  expect(() => loggedModelDialect.filter("status = 'DONE'")).toThrow(/Unknown model status 'DONE'/);
  expect(() => loggedModelDialect.filter("status LIKE 'R%'")).toThrow(/none of =, !=, IN, NOT IN/);
});

it("leaves prompts out unless they are asked for", () => {
  const isPrompt = {
    kind: "compare",
    field: { entity: "tag", key: "mlflow.prompt.is_prompt" },
    operator: "=",
    value: "true",
  };
  const search = (text: string) => withoutPrompts(registeredModelDialect.filter(text));
  expect(search("")).toEqual({ kind: "not", node: isPrompt });
  expect(search("tags.`mlflow.prompt.is_prompt` = 'true'")).toEqual(isPrompt);
  expect(search("tags.`mlflow.prompt.is_prompt` != 'true'")).toEqual({ kind: "not", node: isPrompt });
  expect(search("name = 'a'")).toMatchObject({ kind: "and", nodes: [{ value: "a" }, { kind: "not", node: isPrompt }] });
});

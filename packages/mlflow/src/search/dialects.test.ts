import { expect, it } from "vitest";
import { experimentDialect, loggedModelDialect, modelVersionDialect, registeredModelDialect } from "./dialects.ts";
import { withoutPrompts } from "./without-prompts.ts";

it("reads each dialect's own words and refuses the others'", () => {
  expect(experimentDialect.readField("creation_time")).toEqual({ entity: "attribute", name: "created_at" });
  expect(modelVersionDialect.readField("version_number")).toEqual({ entity: "attribute", name: "number" });
  expect(loggedModelDialect.readField("attributes.model_type")).toEqual({ entity: "attribute", name: "model_type" });
  expect(() => experimentDialect.readField("version_number")).toThrow(/Invalid attribute key/);
  expect(() => registeredModelDialect.readField("metrics.a")).toThrow(/Invalid attribute key/);
  expect(() => modelVersionDialect.readField("params.a")).toThrow(/Invalid attribute key/);
});

it("ends every order in something unique, once", () => {
  const names = (orders: readonly { field: object }[]) =>
    orders.map(({ field }) => ("name" in field ? field.name : ""));
  expect(names(experimentDialect.orders([]))).toEqual(["created_at", "number"]);
  expect(names(experimentDialect.orders(["name"]))).toEqual(["name", "number"]);
  expect(names(registeredModelDialect.orders(["name DESC"]))).toEqual(["name"]);
  expect(names(modelVersionDialect.orders(["version_number DESC"]))).toEqual(["number", "name"]);
});

it("knows a logged model's status by its names on the wire", () => {
  expect(loggedModelDialect.filter("status = 'READY'")).toMatchObject({ value: "ready" });
  expect(loggedModelDialect.filter("status = 'LOGGED_MODEL_PENDING'")).toMatchObject({ value: "pending" });
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

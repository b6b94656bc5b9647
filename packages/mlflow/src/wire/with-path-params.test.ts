import { expect, it } from "vitest";
import { withPathParams } from "./with-path-params.ts";

it.each([{}, { model_id: "m-1" }, { model_id: "" }, { model_id: null }])("adds what the path names to %j", (fields) => {
  expect(withPathParams(fields, { model_id: "m-1" })).toEqual({ model_id: "m-1" });
});

it.each(["m-2", 1, ["m-1"]])("refuses %j in the body where the path names another", (model_id) => {
  expect(() => withPathParams({ model_id }, { model_id: "m-1" })).toThrow(/two different values for 'model_id'/);
});

it("leaves a file's own path out of it", () => {
  expect(withPathParams({ path: "local.bin" }, { path: "team/main/x" })).toEqual({ path: "team/main/x" });
});

import { expect, it } from "vitest";
import { z } from "zod";
import { field } from "./field.ts";
import { keyFault } from "./key-fault.ts";
import { parseInput, parseQuery } from "./parse-input.ts";
import { withRunId } from "./with-run-id.ts";

const one = (schema: z.ZodType, value: unknown): unknown => parseInput(z.object({ x: schema }), { x: value }).x;

it.each([
  [59, 59],
  ["59", 59],
  ["-7", -7],
  [12.0, 12],
  ["12.0", 12],
  [9007199254740991, 9007199254740991],
])("takes %j for the integer %d", (given, integer) => {
  expect(one(field.int64(), given)).toBe(integer);
});

it.each([1.5, "abc", "", "1e3", true, [], {}, "0x10", Number.NaN])("does not take %j for an integer", (given) => {
  expect(() => one(field.int64(), given)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it("refuses integers that a double cannot hold, instead of rounding them", () => {
  expect(() => one(field.int64(), 2 ** 53)).toThrow(/beyond 2\^53/);
  expect(() => one(field.int64(), "9007199254740993")).toThrow(/beyond 2\^53/);
});

it.each([
  [0.1, 0.1],
  ["0.1", 0.1],
  ["1e-3", 0.001],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
])("takes %j for the double %d", (given, value) => {
  expect(one(field.double(), given)).toBe(value);
});

it.each(["", " ", "nine", "nan", null, true, {}])("does not take %j for a double", (given) => {
  expect(() => one(field.double(), given)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

it.each([
  [true, true],
  ["True", true],
  ["false", false],
])("takes %j for %s", (given, value) => {
  expect(one(field.bool(), given)).toBe(value);
});

it("takes enums by name or number", () => {
  const status = field.choice({ RUNNING: 1, FINISHED: 3 });
  expect(one(status, "FINISHED")).toBe("FINISHED");
  expect(one(status, 3)).toBe("FINISHED");
  expect(one(status, "3")).toBe("FINISHED");
  expect(() => one(status, "DONE")).toThrow(/Invalid value "DONE" for parameter 'x' supplied/);
});

it("takes null for not set, and in a query one value for a list of one", () => {
  expect(one(field.optional(field.text()), null)).toBeUndefined();
  expect(one(field.list(field.text()), null)).toEqual([]);
  const schema = z.object({ x: field.list(field.text()) });
  expect(parseQuery(schema, { x: "a" })).toEqual({ x: ["a"] });
  expect(() => parseInput(schema, { x: "a" })).toThrow("Invalid value \"a\" for parameter 'x' supplied. Hint");
});

it("calls a text that is empty missing where one is needed", () => {
  const missing = "Missing value for required parameter 'x'. See the API docs";
  expect(() => one(field.required(), "")).toThrow(missing);
  expect(() => one(field.key(), "")).toThrow(missing);
  expect(() => one(field.requiredList(field.text()), undefined)).toThrow(missing);
  expect(one(field.requiredList(field.text()), [])).toEqual([]);
});

it.each(["a", "val/loss", "a.b-c_d e:f", "schlüssel", "値", "a/..b", "x²", "ä".repeat(250)])(
  "takes the key %j",
  (key) => {
    expect(keyFault(key)).toBeNull();
    expect(one(field.key(), key)).toBe(key);
  },
);

it.each(["a+b", "a\nb", "🚀", "/a", "a/", "a//b", ".", "..", "./a", "../a", "a/../b", "..a", "k".repeat(251)])(
  "does not take the key %j",
  (key) => {
    expect(() => one(field.key(), key)).toThrow(/^Invalid value .* for parameter 'x' supplied: /s);
  },
);

it("measures values in characters, and cuts none in half", () => {
  expect(one(field.value(2), "🚀🚀")).toBe("🚀🚀");
  expect(() => one(field.value(2), "🚀🚀a")).toThrow(/exceeds the maximum length of 2 characters/);
});

it("refuses NUL, which no database text holds, and mends half a surrogate pair", () => {
  expect(() => one(field.text(), "a\0b")).toThrow(/NUL/);
  expect(one(field.text(), "a\ud800")).toBe("a\ufffd");
});

it("names the parameter at fault, its value and its type", () => {
  const schema = z.object({ metrics: field.list(z.object({ key: field.text(), timestamp: field.int64(0) })) });
  expect(() => parseInput(schema, { metrics: [{ key: 31 }] })).toThrow(
    "Invalid value 31 for parameter 'metrics[0].key' supplied. Hint: Value was of type 'int'. See the API docs",
  );
  expect(() => parseInput(schema, { metrics: [{ key: "a" }] })).toThrow(
    "Missing value for required parameter 'metrics[0].timestamp'.",
  );
});

it("knows run_uuid as run_id, and refuses two that differ", () => {
  const schema = withRunId({});
  expect(parseInput(schema, { run_uuid: "a" })).toEqual({ run_id: "a" });
  expect(parseInput(schema, { run_uuid: "a", run_id: "a" })).toEqual({ run_id: "a" });
  expect(() => parseInput(schema, { run_uuid: "a", run_id: "b" })).toThrow(/different runs/);
  expect(() => parseInput(schema, {})).toThrow("Missing value for required parameter 'run_id'.");
});

it("refuses keys that would reach into objects, and keeps such values", () => {
  const schema = z.object({ tags: field.entries() });
  const read = (tags: object[]) => parseInput(schema, { tags }).tags;
  expect(() => read([{ key: "__proto__", value: "x" }])).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
  expect(read([{ key: "a", value: "__proto__" }])).toEqual([{ key: "a", value: "__proto__" }]);
});

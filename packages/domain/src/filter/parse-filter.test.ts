import { isDomainError } from "@assay/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFilter } from "./parse-filter.ts";
import { readRunField } from "./read-run-field.ts";

const parse = (text: string) => parseFilter(text, readRunField);

describe("a run filter", () => {
  it("is nothing when it is blank", () => {
    expect(parse("  ")).toBeNull();
  });

  it("compares an aggregate of a metric whose key has slashes and dots", () => {
    expect(parse("metrics.val/loss.v2.min <= 0.5")).toEqual({
      kind: "compare",
      field: { entity: "metric", key: "val/loss.v2", aggregate: "min" },
      operator: "<=",
      value: 0.5,
    });
  });

  it("takes the last value when no aggregate is named", () => {
    expect(parse("metrics.loss < 1e-3")).toMatchObject({ field: { key: "loss", aggregate: "last" }, value: 0.001 });
  });

  it("leaves a quoted key whole, even one that ends like an aggregate", () => {
    expect(parse('metrics."a.max" > 0')).toMatchObject({ field: { key: "a.max", aggregate: "last" } });
    expect(parse("params.`my key` = 'x'")).toMatchObject({ field: { entity: "param", key: "my key" } });
  });

  it("binds AND tighter than OR, and NOT tightest", () => {
    expect(parse("number = 1 OR NOT number = 2 AND number = 3")).toMatchObject({
      kind: "or",
      nodes: [{ value: 1 }, { kind: "and", nodes: [{ kind: "not", node: { value: 2 } }, { value: 3 }] }],
    });
  });

  it("lets parentheses decide", () => {
    expect(parse("(number = 1 OR number = 2) AND number = 3")).toMatchObject({
      kind: "and",
      nodes: [{ kind: "or" }, {}],
    });
  });

  it("reads IN lists, IS NULL and doubled quotes", () => {
    expect(parse("status NOT IN ('failed', 'killed')")).toMatchObject({
      kind: "in",
      values: ["failed", "killed"],
      isNegated: true,
    });
    expect(parse("tags.keep IS NOT NULL")).toMatchObject({ kind: "null", isNegated: true });
    expect(parse("name = 'it''s'")).toMatchObject({ value: "it's" });
  });

  it.each([
    ["metrics.loss >", /ends where a number/],
    ["metrics.loss > abc", /"abc" at character 16/],
    ["name = 'open", /quote opened at character 8/],
    ["colour = 'red'", /Unknown field "colour"/],
    ["(number = 1", /"\)" was expected/],
    ["number = 1 number = 2", /AND, OR or the end/],
    ["metrics. > 1", /lacks a key/],
  ])("says what is wrong with %s", (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it("is bounded in depth and in comparisons", () => {
    expect(() => parse(`${"(".repeat(60)}number = 1${")".repeat(60)}`)).toThrow(/deeper than/);
    expect(() => parse(Array.from({ length: 201 }, () => "number = 1").join(" AND "))).toThrow(/more than 200/);
  });

  it("answers any text with a filter or with a reason, never with a crash", () => {
    const word = fc.constantFrom(
      "metrics.a",
      "params.b",
      "(",
      ")",
      "AND",
      "OR",
      "NOT",
      "=",
      ">",
      "'x'",
      '"',
      "`",
      "1",
      "IN",
      "IS",
      "NULL",
      ",",
    );
    const text = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(word, { maxLength: 25 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (filter) => {
        try {
          parse(filter);
        } catch (error) {
          expect(isDomainError(error) && error.code).toBe("INVALID_INPUT");
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

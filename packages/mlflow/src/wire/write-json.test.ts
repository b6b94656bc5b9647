import { expect, it } from "vitest";
import { toInt64, writeJson } from "./write-json.ts";

it("writes integers as bare numbers, up to the last exact one", () => {
  expect(writeJson({ step: 9_007_199_254_740_991, timestamp: 1_700_000_000_000 })).toBe(
    '{"step":9007199254740991,"timestamp":1700000000000}',
  );
});

it("names the values that JSON has no word for", () => {
  expect(writeJson({ a: Number.NaN, b: Number.POSITIVE_INFINITY, c: [Number.NEGATIVE_INFINITY] })).toBe(
    '{"a":"NaN","b":"Infinity","c":["-Infinity"]}',
  );
});

it("leaves out what is not set and empty lists, but not empty texts and zeros", () => {
  expect(writeJson({ a: null, b: undefined, c: [], d: "", e: 0, f: false, g: {} })).toBe(
    '{"d":"","e":0,"f":false,"g":{}}',
  );
});

it("shows a fractional step as the integer the protocol has", () => {
  expect([1.5, -1.5, 3].map(toInt64)).toEqual([1, -1, 3]);
});

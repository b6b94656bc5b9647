import { expect, it } from "vitest";
import { historyPoints } from "./history-points.ts";
import { readOffset, writeOffset } from "./offset-token.ts";

it("orders by time, then step, then value, NaN last", () => {
  const points = historyPoints("a", {
    steps: Float64Array.of(0, 1, 2, 2, 2),
    timesMs: Float64Array.of(30, 10, 20, 20, 20),
    values: Float64Array.of(1, 2, Number.NaN, 5, Number.POSITIVE_INFINITY),
  });
  expect(points.map(({ value }) => value)).toEqual([2, 5, Number.POSITIVE_INFINITY, Number.NaN, 1]);
});

it("continues only the series a page token came from", () => {
  const token = writeOffset(25_000, "run/key");
  expect(readOffset(token, "run/key")).toBe(25_000);
  expect(readOffset(undefined, "run/key")).toBe(0);
  for (const bad of [token.slice(1), "x", "", Buffer.from('{"at":-1,"of":"run/key"}').toString("base64url")]) {
    expect(() => readOffset(bad, "run/key")).toThrow("Invalid page token");
  }
  expect(() => readOffset(token, "run/other")).toThrow("Invalid page token");
});

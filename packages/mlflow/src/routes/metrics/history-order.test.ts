import type { PointColumns } from "@assay/domain";
import { expect, it } from "vitest";
import { countUpTo, historyOrder, placeAt } from "./history-order.ts";
import { readHistoryToken, writeHistoryToken } from "./history-token.ts";

const points: PointColumns = {
  steps: Float64Array.of(0, 1, 2, 2, 2),
  timesMs: Float64Array.of(30, 10, 20, 20, 20),
  values: Float64Array.of(1, 2, Number.NaN, 5, Number.POSITIVE_INFINITY),
};

it("orders by time, then step, then value, NaN last", () => {
  const values = [...historyOrder(points)].map((at) => points.values[at]);
  expect(values).toEqual([2, 5, Number.POSITIVE_INFINITY, Number.NaN, 1]);
});

it("goes on behind any point, whatever came before it meanwhile", () => {
  const rows = historyOrder(points);
  rows.forEach((at, place) => {
    const token = writeHistoryToken(placeAt(points, at), "run/key");
    const seen = readHistoryToken(token, "run/key");
    expect(seen === null ? -1 : countUpTo(points, rows, seen)).toBe(place + 1);
  });
});

it("continues only the series a page token came from", () => {
  const token = writeHistoryToken({ timeMs: 1, step: 2, value: Number.NaN }, "run/key");
  expect(readHistoryToken(undefined, "run/key")).toBeNull();
  for (const bad of [token.slice(1), "x", "", Buffer.from('{"of":"run/key","step":1}').toString("base64url")]) {
    expect(() => readHistoryToken(bad, "run/key")).toThrow("Invalid page token");
  }
  expect(() => readHistoryToken(token, "run/other")).toThrow("Invalid page token");
});

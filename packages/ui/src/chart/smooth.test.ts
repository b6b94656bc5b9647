import { expect, it } from "vitest";
import { smooth } from "./smooth.ts";

it("leaves values alone at weight 0", () => {
  const values = Float64Array.of(1, 5, 2);
  expect(smooth(values, 0)).toBe(values);
});

it("keeps a constant constant from its first point on", () => {
  expect([...smooth(Float64Array.of(3, 3, 3, 3), 0.9)].map((value) => Number(value.toFixed(12)))).toEqual([3, 3, 3, 3]);
});

it("weighs the past as TensorBoard does", () => {
  const [first = 0, second = 0] = smooth(Float64Array.of(1, 2), 0.5);
  expect(first).toBeCloseTo(1, 12);
  expect(second).toBeCloseTo((0.5 * 0.5 * 1 + 0.5 * 2) / 0.75, 12);
});

it("passes over NaN and infinities", () => {
  const smoothed = smooth(Float64Array.of(1, Number.NaN, 1, Infinity), 0.8);
  expect(smoothed[1]).toBeNaN();
  expect(smoothed[2]).toBeCloseTo(1, 12);
  expect(smoothed[3]).toBe(Infinity);
});

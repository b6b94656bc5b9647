import { describe, expect, it } from "vitest";
import { formatNumber } from "./format-number.ts";

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [0.97314, "0.9731"],
    [-0.011, "−0.011"],
    [1284, "1284"],
    [12345.678, "12350"],
    [0.00001234, "1.234e-5"],
    [123456789, "1.235e8"],
    [1e-4, "0.0001"],
  ])("shows %d as %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("names what is no finite number", () => {
    expect([Number.NaN, Infinity, -Infinity].map(formatNumber)).toEqual(["NaN", "∞", "−∞"]);
  });
});

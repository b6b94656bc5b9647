import { expect, it } from "vitest";
import { durationInterval } from "./duration-interval.ts";

it("puts ticks at whole seconds, minutes, hours and days", () => {
  expect(durationInterval(60_000)).toBe(10_000);
  expect(durationInterval(9 * 60_000)).toBe(2 * 60_000);
  expect(durationInterval(24 * 3_600_000)).toBe(3 * 3_600_000);
  expect(durationInterval(30 * 86_400_000)).toBe(4 * 86_400_000);
});

it("leaves short spans to the axis", () => {
  expect(durationInterval(900)).toBeUndefined();
  expect(durationInterval(Number.NEGATIVE_INFINITY)).toBeUndefined();
});

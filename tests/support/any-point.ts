import fc from "fast-check";
import type { Point } from "./series-model.ts";

/** Steps that meet often, fractions, and the ends of what is allowed. */
export const anyStep: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(-0, 0.5, -0.25, 1e-9, 2 ** 53, -(2 ** 53)),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
);

export const anyPoint: fc.Arbitrary<Point> = fc.record({
  step: anyStep,
  timeMs: fc.integer({ min: 0, max: 3 }),
  value: fc.oneof(
    fc.constantFrom(0, -0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1e300, -1e300),
    fc.double(),
  ),
});

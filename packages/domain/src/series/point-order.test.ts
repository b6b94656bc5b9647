import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PointColumns } from "./point-columns.ts";
import { compareValues, lowerBound, mergePoints, orderPoints, placeAt } from "./point-order.ts";

type Point = readonly [step: number, timeMs: number, value: number];

const anyPoint: fc.Arbitrary<Point> = fc.tuple(
  fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom(0.5, 2 ** 53, -(2 ** 53))),
  fc.integer({ min: 0, max: 2 }),
  fc.oneof(fc.integer({ min: -1, max: 1 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0.5)),
);
const anyPoints = fc.array(anyPoint, { maxLength: 60 });

const columns = (points: readonly Point[]): PointColumns => ({
  steps: Float64Array.from(points, ([step]) => step),
  timesMs: Float64Array.from(points, ([, timeMs]) => timeMs),
  values: Float64Array.from(points, ([, , value]) => value),
});

const rows = ({ steps, timesMs, values }: PointColumns): Point[] =>
  Array.from(steps, (step, at) => [step, timesMs[at] ?? -1, values[at] ?? -1]);

/** Each point once, by (step, time, value), NaN last: sorted plainly. */
function model(points: readonly Point[]): Point[] {
  const unique = [...new Map(points.map((point) => [point.map((entry) => entry + 0).join("/"), point])).values()];
  const rank = (value: number): number => (Number.isNaN(value) ? 1 : 0);
  return unique
    .map(([step, timeMs, value]): Point => [step + 0, timeMs, value + 0])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || rank(a[2]) - rank(b[2]) || (a[2] < b[2] ? -1 : Number(a[2] > b[2])));
}

describe("points", () => {
  it("are ordered by step, time and value, each once, in whatever order they came", () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        expect(rows(orderPoints(columns(points)))).toEqual(model(points));
      }),
      { numRuns: 500 },
    );
  });

  it("already in order are answered without a copy", () => {
    const points = columns(
      model([
        [1, 1, 1],
        [2, 1, Number.NaN],
        [2, 1, 3],
      ]),
    );
    expect(orderPoints(points)).toBe(points);
  });

  it("of two series merge as if they had come as one, and what is new is told", () => {
    fc.assert(
      fc.property(anyPoints, anyPoints, (before, after) => {
        const { all, added } = mergePoints(columns(model(before)), columns(model(after)));
        expect(rows(all)).toEqual(model([...before, ...after]));
        const known = new Set(model(before).map(String));
        expect(rows(added)).toEqual(model(after).filter((point) => !known.has(String(point))));
      }),
      { numRuns: 500 },
    );
  });

  it("are found by place", () => {
    fc.assert(
      fc.property(anyPoints, anyPoint, (points, [step, timeMs]) => {
        const ordered = orderPoints(columns(points));
        const before = model(points).filter((point) => point[0] < step || (point[0] === step && point[1] < timeMs));
        expect(lowerBound(ordered, { step, timeMs })).toBe(before.length);
        expect(placeAt(ordered, before.length).step >= step || before.length === ordered.steps.length).toBe(true);
      }),
    );
  });

  it("have values in a total order with NaN as the greatest and one zero", () => {
    expect([Number.NaN, 1, Number.POSITIVE_INFINITY, -1, Number.NEGATIVE_INFINITY].sort(compareValues)).toEqual([
      Number.NEGATIVE_INFINITY,
      -1,
      1,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
    expect([compareValues(0, -0), compareValues(Number.NaN, Number.NaN)]).toEqual([0, 0]);
  });
});

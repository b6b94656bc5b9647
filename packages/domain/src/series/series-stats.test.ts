import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOf, sumValues } from "./exact-sum.ts";
import { type PointColumns, sliceColumns } from "./point-columns.ts";
import { orderPoints } from "./point-order.ts";
import { addStats, type SeriesStats, seriesStats, statsMean } from "./series-stats.ts";

const anyValue = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(Number.NaN, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, Number.POSITIVE_INFINITY),
);

const anyPoints: fc.Arbitrary<PointColumns> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 }), anyValue), {
    minLength: 2,
    maxLength: 80,
  })
  .map((points) =>
    orderPoints({
      steps: Float64Array.from(points, ([step]) => step),
      timesMs: Float64Array.from(points, ([, timeMs]) => timeMs),
      values: Float64Array.from(points, ([, , value]) => value + 0),
    }),
  );

/** All but the sum, whose rounding depends on the order. */
const exact = ({ sum: _, rest: __, ...others }: SeriesStats) => others;

/** Twice the digits of a float64 are kept of a sum: beside the largest value, what is 2^-96 of it may be lost. */
function expectSameMean(a: number, b: number, values: Float64Array): void {
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    expect(a).toBe(b);
    return;
  }
  const sizes = [...values].map(Math.abs).filter(Number.isFinite);
  const lost = Math.max(...sizes, 0) * 2 ** -96;
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(a), Math.abs(b), 1e-280) + lost);
}

describe("stats of a series", () => {
  it("are those of a plain computation", () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const numbers = [...points.values].filter((value) => !Number.isNaN(value));
        const min = numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? Number.NaN);
        const max = numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? Number.NaN);
        const stepOf = (value: number) => points.steps[points.values.indexOf(value)] ?? Number.NaN;
        expect(exact(seriesStats(points))).toEqual({
          count: points.steps.length,
          nans: points.steps.length - numbers.length,
          firstStep: points.steps[0],
          firstTimeMs: points.timesMs[0],
          first: points.values[0],
          lastStep: points.steps.at(-1),
          lastTimeMs: points.timesMs.at(-1),
          last: points.values.at(-1),
          min,
          max,
          argmin: stepOf(min),
          argmax: stepOf(max),
        });
      }),
      { numRuns: 500 },
    );
  });

  it("added up part by part are those of the whole", () => {
    fc.assert(
      fc.property(anyPoints, fc.array(fc.nat(), { maxLength: 6 }), (points, cuts) => {
        const count = points.steps.length;
        const edges = [...new Set([0, ...cuts.map((cut) => cut % count), count])].sort((a, b) => a - b);
        const parts = edges.slice(1).map((to, at) => seriesStats(sliceColumns(points, edges[at] ?? 0, to)));
        const whole = seriesStats(points);
        const added = parts.reduce(addStats);
        expect(exact(added)).toEqual(exact(whole));
        expectSameMean(statsMean(added), statsMean(whole), points.values);
      }),
      { numRuns: 500 },
    );
  });

  it("added up in any mixture of points are those of the whole", () => {
    fc.assert(
      fc.property(anyPoints, fc.infiniteStream(fc.boolean()), (points, sides) => {
        const side = [...points.steps].map(() => sides.next().value === true);
        const pick = (wanted: boolean): PointColumns => {
          const keep = (column: Float64Array) => column.filter((_, at) => side[at] === wanted);
          return { steps: keep(points.steps), timesMs: keep(points.timesMs), values: keep(points.values) };
        };
        fc.pre(side.includes(true) && side.includes(false));
        const [left, right] = [seriesStats(pick(true)), seriesStats(pick(false))];
        expect(exact(addStats(left, right))).toEqual(exact(seriesStats(points)));
        expect(exact(addStats(right, left))).toEqual(exact(seriesStats(points)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a sum", () => {
  it("loses nothing to order or size where plain addition does", () => {
    const values = [1e100, 1, -1e100, 1e16, 1, -1e16];
    expect(meanOf(sumValues(values), 2)).toBe(1);
    expect(meanOf(sumValues(new Array<number>(10_000).fill(0.1)), 10_000)).toBe(0.1);
  });

  it("of the largest values does not overflow, and of infinities is what they come to", () => {
    expect(meanOf(sumValues([Number.MAX_VALUE, Number.MAX_VALUE]), 2)).toBe(Number.MAX_VALUE);
    expect(meanOf(sumValues([Number.POSITIVE_INFINITY, 1]), 2)).toBe(Number.POSITIVE_INFINITY);
    expect(meanOf(sumValues([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]), 2)).toBeNaN();
    expect(meanOf(sumValues([]), 0)).toBeNaN();
  });
});

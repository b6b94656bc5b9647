import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyBlocks, pointBlocks, setBlock } from "./blocks.ts";
import { bucketBlocks } from "./bucket-blocks.ts";
import { seriesStats } from "./series-stats.ts";

const series = (values: number[]) =>
  pointBlocks({
    steps: Float64Array.from(values, (_, at) => at),
    timesMs: Float64Array.from(values, (_, at) => at * 10),
    values: Float64Array.from(values),
  });

const plain = (column: Float64Array): number[] => Array.from(column);

describe("bucketing", () => {
  it("leaves a series that fits as it is", () => {
    const points = series([1, 2, 3]);
    expect(bucketBlocks(points, 3)).toBe(points);
  });

  it("keeps a single spike in its bucket's envelope", () => {
    const values = new Array<number>(10_000).fill(1);
    values[4_321] = 99;
    const buckets = bucketBlocks(series(values), 100);
    expect(buckets.steps).toHaveLength(100);
    expect(Math.max(...buckets.max)).toBe(99);
    expect(buckets.max.filter((max) => max === 99)).toHaveLength(1);
  });

  it("ends each bucket with its last point and the whole with the last of all", () => {
    const buckets = bucketBlocks(series([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 5);
    expect(plain(buckets.steps)).toEqual([1, 3, 5, 7, 9]);
    expect(plain(buckets.values)).toEqual([1, 3, 5, 7, 9]);
    expect(plain(buckets.timesMs)).toEqual([10, 30, 50, 70, 90]);
  });

  it("leaves NaN out of the envelope unless nothing else is there", () => {
    const buckets = bucketBlocks(series([1, Number.NaN, Number.NaN, Number.NaN]), 2);
    expect(plain(buckets.min)).toEqual([1, Number.NaN]);
    expect(plain(buckets.max)).toEqual([1, Number.NaN]);
  });

  it("loses no extreme, whatever the series and the number of buckets", () => {
    const value = fc.double({ noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 2, max: 50 }),
        (values, maxPoints) => {
          const { steps, min, max } = bucketBlocks(series(values), maxPoints);
          expect(steps.length).toBeLessThanOrEqual(Math.max(maxPoints, 1));
          expect(min.reduce((a, b) => Math.min(a, b))).toEqual(values.reduce((a, b) => Math.min(a, b)));
          expect(max.reduce((a, b) => Math.max(a, b))).toEqual(values.reduce((a, b) => Math.max(a, b)));
        },
      ),
    );
  });

  it("tells of exactly the points since the bucket before, whatever the blocks it is made of", () => {
    const parts = fc.array(fc.array(fc.oneof(fc.double(), fc.constant(Number.NaN)), { minLength: 1, maxLength: 70 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 50 }), (stretches, maxBuckets) => {
        const blocks = emptyBlocks(stretches.length);
        let from = 0;
        stretches.forEach((values, at) => {
          const { steps, timesMs } = series(values);
          const points = { steps: steps.map((step) => step + from), timesMs, values: Float64Array.from(values) };
          setBlock(blocks, at, seriesStats(points));
          from += values.length;
        });
        const all = stretches.flat();
        const buckets = bucketBlocks(blocks, maxBuckets);
        expect(buckets.steps.length).toBeLessThanOrEqual(maxBuckets);
        let seen = 0;
        buckets.counts.forEach((count, at) => {
          const values = all.slice(seen, seen + count);
          const numbers = values.filter((value) => !Number.isNaN(value));
          seen += count;
          expect(buckets.steps[at]).toBe(seen - 1);
          expect(buckets.values[at]).toBe(values.at(-1));
          expect(buckets.nans[at]).toBe(count - numbers.length);
          expect(buckets.min[at]).toEqual(numbers.length === 0 ? Number.NaN : Math.min(...numbers));
          expect(buckets.max[at]).toEqual(numbers.length === 0 ? Number.NaN : Math.max(...numbers));
        });
        expect(seen).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });
});

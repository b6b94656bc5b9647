import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyBlocks } from "../series/blocks.ts";
import type { PointColumns } from "../series/point-columns.ts";
import { orderPoints } from "../series/point-order.ts";
import { seriesStats } from "../series/series-stats.ts";
import { chunkChecksum, decodeChunk, encodeChunk } from "./chunk-codec.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { BLOCK_POINTS, decodePyramidInto, pyramidBlocks } from "./pyramid.ts";

const anyPoints: fc.Arbitrary<PointColumns> = fc
  .array(
    fc.record({
      step: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(0.5, 2 ** 53, -(2 ** 53))),
      timeMs: fc.integer({ min: 0, max: 50 }),
      value: fc.oneof(fc.double(), fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN)),
    }),
    { minLength: 1, maxLength: 400, size: "max" },
  )
  .map((points) =>
    orderPoints({
      steps: Float64Array.from(points, ({ step }) => step),
      timesMs: Float64Array.from(points, ({ timeMs }) => timeMs),
      values: Float64Array.from(points, ({ value }) => value + 0),
    }),
  );

const sliceOf = (points: PointColumns, from: number, to: number): PointColumns => ({
  steps: points.steps.slice(from, to),
  timesMs: points.timesMs.slice(from, to),
  values: points.values.slice(from, to),
});

describe("a chunk", () => {
  it("gives back its points, and says where they lie", () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const chunk = encodeChunk(points);
        expect(decodeChunk(chunk, points.steps.length)).toEqual(points);
        expect(chunk.minTimeMs).toBe(Math.min(...points.timesMs));
        expect(chunk.maxTimeMs).toBe(Math.max(...points.timesMs));
        expect(chunk.stats).toEqual(seriesStats(points));
        expect(chunkChecksum(chunk)).toBe(chunk.checksum);
      }),
      { numRuns: 200 },
    );
  });

  it("has a pyramid of what each 64 of its points come to, and none when it has fewer", () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const count = points.steps.length;
        const { pyramid } = encodeChunk(points);
        expect(pyramid === null).toBe(count < BLOCK_POINTS);
        if (pyramid === null) return;
        expect(pyramidBlocks(count)).toBe(Math.ceil(count / BLOCK_POINTS));
        const blocks = emptyBlocks(pyramidBlocks(count));
        decodePyramidInto(blocks, 0, pyramid, count);
        blocks.steps.forEach((step, at) => {
          const part = sliceOf(points, at * BLOCK_POINTS, (at + 1) * BLOCK_POINTS);
          const numbers = [...part.values].filter((value) => !Number.isNaN(value));
          expect(step).toBe(part.steps.at(-1));
          expect(blocks.timesMs[at]).toBe(part.timesMs.at(-1));
          expect(blocks.values[at]).toBe(part.values.at(-1));
          expect(blocks.min[at]).toBe(numbers.length === 0 ? Number.NaN : Math.min(...numbers) + 0);
          expect(blocks.max[at]).toBe(numbers.length === 0 ? Number.NaN : Math.max(...numbers) + 0);
          expect(blocks.counts[at]).toBe(part.values.length);
          expect(blocks.nans[at]).toBe(part.values.length - numbers.length);
        });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["float32", Math.fround, 1_700],
    ["float64", (value: number) => value, 2_500],
  ])("keeps a pyramid of %s small enough to stay in its row", (_, round, bytes) => {
    const steps = Float64Array.from({ length: 4_096 }, (_, at) => at);
    const timesMs = steps.map((at) => at * 1_000 + (at % 7));
    const { pyramid } = encodeChunk({ steps, timesMs, values: steps.map((at) => round(Math.sin(at) / 3)) });
    expect(pyramid?.length).toBeLessThan(bytes);
  });

  it("with bytes changed in any column does not fit its checksum, and what is cut short is corrupt", () => {
    fc.assert(
      fc.property(anyPoints, fc.nat(), fc.integer({ min: 1, max: 255 }), (points, at, change) => {
        const chunk = encodeChunk(points);
        for (const column of ["steps", "timesMs", "values"] as const) {
          const bytes = Uint8Array.from(chunk[column]);
          bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ change;
          expect(chunkChecksum({ ...chunk, [column]: bytes })).not.toBe(chunk.checksum);
          const cut = chunk[column].subarray(0, at % bytes.length);
          expect(() => decodeChunk({ ...chunk, [column]: cut }, points.steps.length)).toThrow(CorruptDataError);
          try {
            decodeChunk({ ...chunk, [column]: bytes }, points.steps.length);
          } catch (error) {
            expect(error).toBeInstanceOf(CorruptDataError);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { DenseMetrics } from "./dense-metrics.ts";
import { readDenseMetrics } from "./read-dense-metrics.ts";
import { EntryKey, isEntryKey } from "./text.ts";

const WRITER = { id: "0123456789abcdef0123456789abcdef", epoch: 1, sequence: 1 };

/** Right parts mostly, with all that could stand in their place. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, "", "x", "NaN", "Infinity", "-Infinity", true, [], {}, 2 ** 53, -(2 ** 53)),
  fc.double(),
  fc.anything(),
);
const mostly = <Value>(right: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: odd });
const key = mostly(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 6, unit: "binary" }),
    fc.constantFrom("loss", "val/acc", "__proto__", "constructor", "é".repeat(125), "é".repeat(126), "k".repeat(251)),
  ),
);
const step = mostly(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })));
const time = mostly(fc.integer({ min: 0, max: 253_402_300_799_999 }));
const cell = mostly(fc.oneof(fc.double(), fc.constantFrom(null, "NaN", "Infinity", "-Infinity")));
const writer = fc.oneof(fc.constant(undefined), fc.constant(WRITER), mostly(fc.record({ id: odd, epoch: odd })));

const body = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.boolean())
  .chain(([keys, steps, hasWriter]) =>
    fc.record<Record<string, unknown>>({
      keys: mostly(fc.array(key, { minLength: keys, maxLength: keys })),
      steps: mostly(fc.array(step, { minLength: steps, maxLength: steps })),
      timesMs: mostly(fc.array(time, { minLength: steps, maxLength: steps })),
      values: mostly(
        fc.array(mostly(fc.array(cell, { minLength: keys, maxLength: keys })), { minLength: steps, maxLength: steps }),
      ),
      ...(hasWriter ? { writer } : {}),
    }),
  );

it("takes only what the schema takes, and makes the same of it", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 20, arbitrary: body }, { weight: 1, arbitrary: odd }), (json) => {
      const read = readDenseMetrics(json);
      const parsed = DenseMetrics.safeParse(json);
      if (read === null) return;
      taken += 1;
      expect(parsed.success).toBe(true);
      expect(read).toEqual(parsed.data);
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(300);
});

it("takes at once all that JSON can say and the schema takes", () => {
  fc.assert(
    fc.property(body, (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      expect(readDenseMetrics(json) !== null).toBe(DenseMetrics.safeParse(json).success);
    }),
    { numRuns: 3_000 },
  );
});

it("knows a key as the schema does", () => {
  fc.assert(
    fc.property(fc.oneof(key, fc.string({ unit: "binary" }), fc.anything()), (value) => {
      expect(isEntryKey(value)).toBe(EntryKey.safeParse(value).success);
    }),
    { numRuns: 3_000 },
  );
});

it("refuses more than 20,000 points", () => {
  const dense = (steps: number) => ({
    keys: ["a"],
    steps: Array.from({ length: steps }, (_, at) => at),
    timesMs: Array.from({ length: steps }, () => 0),
    values: Array.from({ length: steps }, () => [1]),
  });
  expect(readDenseMetrics(dense(20_000))).not.toBeNull();
  expect(readDenseMetrics(dense(20_001))).toBeNull();
  expect(DenseMetrics.safeParse(dense(20_001)).success).toBe(false);
});

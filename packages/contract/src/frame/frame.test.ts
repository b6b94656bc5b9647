import fc from "fast-check";
import { expect, it } from "vitest";
import { isDomainError } from "../domain-error.ts";
import { EntryKey } from "../text.ts";
import { decodeFrame } from "./decode-frame.ts";
import { encodeFrame, type MetricRow } from "./encode-frame.ts";

const WRITER = { id: "00112233445566778899aabbccddeeff", epoch: 3, sequence: 2 ** 40 + 1 };

const keys = fc
  .uniqueArray(fc.oneof(fc.string({ minLength: 1, maxLength: 9 }), fc.string({ minLength: 1, unit: "binary" })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((names) => names.filter((name) => EntryKey.safeParse(name).success))
  .filter((names) => names.length > 0);

const rowsOf = (names: string[]): fc.Arbitrary<MetricRow[]> =>
  fc.array(
    fc.record({
      step: fc.oneof(fc.integer(), fc.double({ min: -(2 ** 53), max: 2 ** 53, noNaN: true })),
      timeMs: fc.integer({ min: 0, max: 253_402_300_799_999 }),
      values: fc
        .subarray(names, { minLength: 1 })
        .chain((some) => fc.record(Object.fromEntries(some.map((name) => [name, fc.double()])))),
    }),
    { minLength: 1, maxLength: 40 },
  );

const frames = keys.chain(rowsOf);

/** Points as text, with -0 apart from 0. */
const written = (key: string, step: number, timeMs: number, value: number): string =>
  [key, step, timeMs, Object.is(value, -0) ? "-0" : value].join(" ");

const ofRows = (rows: readonly MetricRow[]): string[] =>
  rows.flatMap(({ step, timeMs, values }) => Object.entries(values).map(([key, v]) => written(key, step, timeMs, v)));

const ofFrame = (bytes: Uint8Array<ArrayBuffer>): string[] =>
  decodeFrame(bytes).series.flatMap(({ key, steps, timesMs, values }) =>
    Array.from(values, (value, at) => written(key, steps[at] ?? Number.NaN, timesMs[at] ?? Number.NaN, value)),
  );

/** The same bytes somewhere inside a larger buffer. */
function shifted(bytes: Uint8Array, by: number): Uint8Array<ArrayBuffer> {
  const outer = new Uint8Array(bytes.length + 16);
  outer.set(bytes, by);
  return outer.subarray(by, by + bytes.length);
}

it("brings back every point as it was, at whatever address the bytes lie", () => {
  fc.assert(
    fc.property(frames, fc.nat(8), (rows, by) => {
      expect(ofFrame(shifted(encodeFrame(rows), by)).sort()).toEqual(ofRows(rows).sort());
    }),
    { numRuns: 500 },
  );
});

it("brings back NaN, the infinities, -0 and the least and greatest steps", () => {
  const rows = [
    { step: -(2 ** 53), timeMs: 0, values: { a: Number.NaN, b: -0 } },
    { step: 2 ** 53, timeMs: 253_402_300_799_999, values: { a: Number.POSITIVE_INFINITY, b: Number.MIN_VALUE } },
    { step: 0.1, timeMs: 1, values: { a: Number.NEGATIVE_INFINITY } },
  ];
  expect(ofFrame(encodeFrame(rows)).sort()).toEqual(ofRows(rows).sort());
});

it("carries the writer", () => {
  const rows = [{ step: 0, timeMs: 0, values: { a: 1 } }];
  expect(decodeFrame(encodeFrame(rows, WRITER)).writer).toEqual(WRITER);
  expect(decodeFrame(encodeFrame(rows)).writer).toBeUndefined();
});

it("lets keys with a value at every step share the columns of steps and times", () => {
  const { series } = decodeFrame(encodeFrame([{ step: 0, timeMs: 0, values: { a: 1, b: 2 } }]));
  expect(series[0]?.steps).toBe(series[1]?.steps);
  expect(series[0]?.timesMs).toBe(series[1]?.timesMs);
});

/** What comes of bytes: points, or a refusal that names a field. Anything else is a bug. */
function attempt(bytes: Uint8Array<ArrayBuffer>): "points" | "refused" {
  try {
    ofFrame(bytes);
    return "points";
  } catch (error) {
    if (!isDomainError(error)) throw error;
    expect(error.code).toBe("INVALID_INPUT");
    expect(error.details.field).toBeTruthy();
    return "refused";
  }
}

it("refuses a frame cut off anywhere or with bytes after its end", () => {
  fc.assert(
    fc.property(frames, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (rows, part) => {
      const bytes = encodeFrame(rows, WRITER);
      expect(attempt(bytes.slice(0, Math.floor(part * bytes.length)))).toBe("refused");
      expect(attempt(new Uint8Array([...bytes, 0]))).toBe("refused");
    }),
    { numRuns: 200 },
  );
});

it("answers any bytes, and any byte changed, with points or a named field", () => {
  fc.assert(
    fc.property(frames, fc.nat(), fc.nat(255), fc.uint8Array({ maxLength: 200 }), (rows, at, byte, garbage) => {
      const bytes = encodeFrame(rows, WRITER);
      bytes[at % bytes.length] = byte;
      attempt(bytes);
      bytes.set(garbage.subarray(0, bytes.length - 8), 8);
      attempt(bytes);
      attempt(new Uint8Array(garbage));
    }),
    { numRuns: 2_000 },
  );
});

it.each<[string, string, (view: DataView) => void]>([
  ["another magic", "frame", (view) => view.setUint8(0, 0)],
  ["a version that is not known", "version", (view) => view.setUint8(4, 2)],
  ["flags that are not known", "flags", (view) => view.setUint8(5, 128)],
  ["something in bytes of no meaning", "frame", (view) => view.setUint8(30, 1)],
  ["four billion keys", "values", (view) => view.setUint32(8, 0xffff_ffff, true)],
  ["a step that is NaN", "steps[0]", (view) => view.setFloat64(56, Number.NaN, true)],
  ["a step beyond 2^53", "steps[0]", (view) => view.setFloat64(56, 2 ** 53 + 2, true)],
  ["a time with a fraction", "timesMs[0]", (view) => view.setFloat64(64, 0.5, true)],
  ["a time before 1970", "timesMs[0]", (view) => view.setFloat64(64, -1, true)],
  ["an epoch of 0", "writer.epoch", (view) => view.setUint32(24, 0, true)],
  ["a sequence with a fraction", "writer.sequence", (view) => view.setFloat64(32, 1.5, true)],
  ["a control character in a key", "keys[0]", (view) => view.setUint8(view.byteLength - 1, 10)],
  ["a key that is no UTF-8", "keys[0]", (view) => view.setUint8(view.byteLength - 1, 255)],
])("refuses %s and names the field", (_weakness, field, change) => {
  const bytes = encodeFrame([{ step: 0, timeMs: 0, values: { a: 1 } }], WRITER);
  change(new DataView(bytes.buffer));
  expect(() => decodeFrame(bytes)).toThrow(expect.objectContaining({ details: expect.objectContaining({ field }) }));
});

it("refuses more than 20,000 points and a key that comes twice", () => {
  const many = Array.from({ length: 20_001 }, (_, step) => ({ step, timeMs: 0, values: { a: 1 } }));
  expect(() => decodeFrame(encodeFrame(many))).toThrow("at most 20000 points");
  const twice = encodeFrame([{ step: 0, timeMs: 0, values: { a: 1, b: 2 } }]);
  twice[twice.length - 1] = "a".charCodeAt(0);
  expect(() => decodeFrame(twice)).toThrow("comes twice");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { readValues, writeValues } from "./value-codec.ts";

const CONSTANT = 0;
const DECIMAL = 1;
const FLOAT32 = 2;
const FLOAT64 = 3;

function pack(values: readonly number[]): Uint8Array {
  const writer = new ByteWriter(1);
  writeValues(writer, values);
  return writer.finish();
}

function unpack(bytes: Uint8Array, count: number): number[] {
  const values = new Float64Array(count);
  readValues(new ByteReader(bytes), values, 0, count);
  return Array.from(values);
}

const SPECIAL = [
  0,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MIN_VALUE,
  2 ** 53,
  2 ** 31,
  -(2 ** 31),
  0.1,
];
const special = fc.constantFrom(...SPECIAL);
const decimal = fc
  .tuple(fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), fc.integer({ min: 0, max: 7 }))
  .map(([whole, digits]) => whole / 10 ** digits);
const single = fc.oneof(fc.float(), special);
const many = (value: fc.Arbitrary<number>) => fc.array(value, { maxLength: 80 });

/** Columns of each kind that the codec knows, and of kinds it does not. */
const anyValues = fc.oneof(
  fc.tuple(fc.oneof(fc.double(), special), fc.nat(80)).map(([value, count]) => new Array<number>(count).fill(value)),
  many(fc.integer({ min: 0, max: 255 })),
  many(fc.integer({ min: -32_768, max: 32_767 })),
  many(fc.integer({ min: -(2 ** 31), max: 2 ** 31 })),
  many(decimal),
  many(single),
  many(fc.oneof(fc.double(), special)),
);

describe("values", () => {
  it("come back bit for bit, only -0 as 0", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        expect(unpack(pack(values), values.length)).toEqual(values.map((value) => value + 0));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["one value many times", [7.1, 7.1, 7.1], CONSTANT, 9],
    ["nothing but NaN", [Number.NaN, Number.NaN], CONSTANT, 9],
    ["both zeros", [0, -0, 0], CONSTANT, 9],
    ["small counts", [3, 1, 250], DECIMAL, 11 + 3],
    ["counts", [0, 65_535, -0], DECIMAL, 11 + 6],
    ["four digits", [0.1234, 0.5, 0.4321], DECIMAL, 11 + 6],
    ["money far apart", [0.01, 1_234_567.89], DECIMAL, 11 + 8],
    ["what a float32 holds", [Math.fround(0.1), Math.fround(1e-30), Number.NaN], FLOAT32, 1 + 12],
    ["one float32", [0.5], FLOAT32, 1 + 4],
    ["everything else", [0.1 + 0.2, 1e300], FLOAT64, 1 + 16],
    ["one float64", [0.1], FLOAT64, 1 + 8],
  ])("that are %s take the smallest encoding", (_, values, tag, size) => {
    const bytes = pack(values);
    expect([bytes[0], bytes.length]).toEqual([tag, size]);
    expect(unpack(bytes, values.length)).toEqual(values.map((value) => value + 0));
  });

  it("are put where they belong in a longer column", () => {
    const column = new Float64Array([9, 9, 9, 9]);
    readValues(new ByteReader(pack([1, 2])), column, 1, 2);
    expect(Array.from(column)).toEqual([9, 1, 2, 9]);
  });

  it("that are cut short are corrupt and never read as others", () => {
    fc.assert(
      fc.property(anyValues, fc.nat(), (values, at) => {
        fc.pre(values.length > 0);
        const bytes = pack(values);
        expect(() => unpack(bytes.subarray(0, at % bytes.length), values.length)).toThrow(CorruptDataError);
      }),
    );
  });

  it("with an unknown tag or width are corrupt", () => {
    expect(() => unpack(Uint8Array.of(9), 1)).toThrow(CorruptDataError);
    const bytes = pack([1, 2, 3]);
    bytes[2] = 3;
    expect(() => unpack(bytes, 3)).toThrow(CorruptDataError);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAxis, writeAxis } from "./axis-codec.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CorruptDataError } from "./corrupt-data.ts";

const LINEAR = 0;
const WHOLE = 1;
const RAW = 2;

function pack(axis: readonly number[]): Uint8Array {
  const writer = new ByteWriter(1);
  writeAxis(writer, axis);
  return writer.finish();
}

function unpack(bytes: Uint8Array, count: number): number[] {
  const axis = new Float64Array(count);
  readAxis(new ByteReader(bytes), axis, 0, count);
  return Array.from(axis);
}

const MOST = 2 ** 53;
const extreme = fc.constantFrom(0, -0, MOST, -MOST, MOST - 1, 2 ** 50, -(2 ** 50), 2 ** 50 + 1, 1e-300, 0.1);
const fraction = fc.double({ noNaN: true, min: -MOST, max: MOST });
const many = (entry: fc.Arbitrary<number>) => fc.array(entry, { maxLength: 80 });
const anyAxis = fc.oneof(
  fc
    .tuple(fc.oneof(fc.integer(), fraction), fc.oneof(fc.integer(), fraction), fc.nat(80))
    .map(([first, distance, count]) => Array.from({ length: count }, (_, at) => first + at * distance)),
  // A clock with jitter, in order and out of it.
  fc.array(fc.integer({ min: -40, max: 1_000 }), { maxLength: 80 }).map((gaps) => {
    let at = 1_790_000_000_000;
    return gaps.map((gap) => {
      at += gap;
      return at;
    });
  }),
  many(fc.integer({ min: -(2 ** 50), max: 2 ** 50 })),
  many(fc.maxSafeInteger()),
  many(fc.oneof(fraction, extreme)),
);

describe("steps and times", () => {
  it("come back exactly, only -0 as 0", () => {
    fc.assert(
      fc.property(anyAxis, (axis) => {
        expect(unpack(pack(axis), axis.length)).toEqual(axis.map((entry) => entry + 0));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["an even distance", [10, 20, 30, 40], LINEAR, 17],
    ["an even fraction", [0, 0.25, 0.5], LINEAR, 17],
    ["one and the same entry", [5, 5, 5], LINEAR, 17],
    ["a clock with jitter", [1_000, 1_101, 1_199, 1_300, 1_402], WHOLE, 1 + 2 + 2 + 1 + 1 + 1],
    ["the largest leaps between integers", [2 ** 50, -(2 ** 50), 2 ** 50], WHOLE, 1 + 8 + 8 + 8],
    ["integers beyond", [2 ** 53, 0, -(2 ** 53), 1], RAW, 1 + 32],
    ["uneven fractions", [0.1, 0.25, 7], RAW, 1 + 24],
  ])("with %s take the smallest encoding", (_, axis, tag, size) => {
    const bytes = pack(axis);
    expect([bytes[0], bytes.length]).toEqual([tag, size]);
    expect(unpack(bytes, axis.length)).toEqual(axis);
  });

  it("that are cut short are corrupt and never read as others", () => {
    fc.assert(
      fc.property(anyAxis, fc.nat(), (axis, at) => {
        fc.pre(axis.length > 0);
        const bytes = pack(axis);
        expect(() => unpack(bytes.subarray(0, at % bytes.length), axis.length)).toThrow(CorruptDataError);
      }),
    );
  });

  it("with an unknown tag or a number without end are corrupt", () => {
    expect(() => unpack(Uint8Array.of(7, 0), 1)).toThrow(CorruptDataError);
    expect(() => unpack(Uint8Array.of(WHOLE, ...new Array<number>(20).fill(0xff)), 1)).toThrow(CorruptDataError);
  });
});

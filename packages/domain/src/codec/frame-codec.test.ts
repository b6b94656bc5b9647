import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksum } from "./checksum.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { collectFrames, decodeFrames, encodeFrame, type KeyIdPoints } from "./frame-codec.ts";

const HEADER_BYTES = 9;

interface Point {
  step: number;
  timeMs: number;
  value: number;
}

const anyPoint: fc.Arbitrary<Point> = fc.record({
  step: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(-0, 0.5, 2 ** 53, -(2 ** 53))),
  timeMs: fc.integer({ min: 1_790_000_000_000, max: 1_790_000_000_009 }),
  value: fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, -0, Number.NEGATIVE_INFINITY)),
});

const toSeries = (keyId: number, points: readonly Point[]): KeyIdPoints => ({
  keyId,
  steps: points.map(({ step }) => step),
  timesMs: points.map(({ timeMs }) => timeMs),
  values: points.map(({ value }) => value),
});

/** Series of different keys; some share their steps and times. */
const anyFrame = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.array(anyPoint, { maxLength: 20 }), fc.boolean()),
    { selector: ([keyId]) => keyId, maxLength: 8 },
  )
  .map((keys) => {
    let axis: readonly Point[] = [];
    return keys.map(([keyId, points, sharesAxis]) => {
      if (!sharesAxis) axis = points;
      return toSeries(
        keyId,
        axis.map(({ step, timeMs }, at) => ({ step, timeMs, value: points[at]?.value ?? at })),
      );
    });
  });

/** What came back, as it was put in. */
const plain = (decoded: ReturnType<typeof decodeFrames>): Map<number, number[][]> =>
  new Map([...decoded].map(([keyId, part]) => [keyId, [part.steps, part.timesMs, part.values].map((c) => [...c])]));

/** The points of each key, one part behind the other. */
function expected(series: readonly KeyIdPoints[]): Map<number, number[][]> {
  const byKey = new Map<number, number[][]>();
  for (const { keyId, ...part } of series) {
    const before = byKey.get(keyId) ?? [[], [], []];
    const columns = [part.steps, part.timesMs, part.values];
    byKey.set(
      keyId,
      columns.map((column, at) => [...(before[at] ?? []), ...Array.from(column, (entry) => entry + 0)]),
    );
  }
  return byKey;
}

describe("a frame", () => {
  it("gives back every key's points as they came", () => {
    fc.assert(
      fc.property(anyFrame, (series) => {
        expect(plain(decodeFrames(encodeFrame(series), null))).toEqual(expected(series));
      }),
      { numRuns: 500 },
    );
  });

  it("gives one key without the others", () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(), (series, at) => {
        fc.pre(series.length > 0);
        const wanted = series.slice(at % series.length, (at % series.length) + 1);
        const keyIds = new Set(wanted.map(({ keyId }) => keyId));
        expect(plain(decodeFrames(encodeFrame(series), keyIds))).toEqual(expected(wanted));
      }),
    );
  });

  it("may follow another", () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { maxLength: 5 }), (frames) => {
        const bytes = Buffer.concat(frames.map(encodeFrame));
        expect(plain(decodeFrames(bytes, null))).toEqual(expected(frames.flat()));
      }),
    );
  });

  it("keeps steps and times once for keys that share them", () => {
    const steps = [1, 5, 9, 11];
    const alone = encodeFrame([{ keyId: 1, steps, timesMs: steps, values: [1, 2, 3, 4] }]).length;
    const hundred = encodeFrame(
      Array.from({ length: 100 }, (_, at) => ({
        keyId: at + 1,
        steps: [...steps],
        timesMs: steps,
        values: [1, 2, 3, 4],
      })),
    );
    expect((hundred.length - alone) / 99).toBeLessThanOrEqual(18);
  });

  it("with any byte changed, or cut anywhere, is corrupt and nothing of it is read", () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(), fc.integer({ min: 1, max: 255 }), (series, at, change) => {
        const bytes = encodeFrame(series);
        const cut = bytes.subarray(0, 1 + (at % (bytes.length - 1)));
        expect(() => decodeFrames(cut, null)).toThrow(CorruptDataError);
        const damaged = Uint8Array.from(bytes);
        damaged[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ change;
        const into = new Map();
        expect(() => collectFrames(damaged, null, into)).toThrow(CorruptDataError);
        expect(into.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it("of garbage under a right checksum is corrupt or harmless, and never anything else", () => {
    const repaired = (bytes: Uint8Array): Uint8Array => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      view.setUint32(1, bytes.length, true);
      view.setUint32(5, checksum(bytes.subarray(HEADER_BYTES)) >>> 0, true);
      return bytes;
    };
    const garbage = fc
      .uint8Array({ minLength: 1, maxLength: 60 })
      .map((body) => repaired(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, ...body)));
    const damaged = fc.tuple(anyFrame, fc.nat(), fc.nat(255)).map(([series, at, byte]) => {
      const bytes = Uint8Array.from(encodeFrame(series));
      bytes[HEADER_BYTES + (at % (bytes.length - HEADER_BYTES))] = byte;
      return repaired(bytes);
    });
    fc.assert(
      fc.property(fc.oneof(garbage, damaged), (bytes) => {
        try {
          decodeFrames(bytes, null);
        } catch (error) {
          expect(error).toBeInstanceOf(CorruptDataError);
        }
      }),
      {
        numRuns: 3_000,
        examples: [[repaired(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 255, 255, 255, 255, 255, 127))]],
      },
    );
  });
});

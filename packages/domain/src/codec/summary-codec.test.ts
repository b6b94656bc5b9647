import fc from "fast-check";
import { expect, it } from "vitest";
import { seriesStats } from "../series/series-stats.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { packKeyIds, packStatsColumn, STATS_COLUMNS, unpackSummaries } from "./summary-codec.ts";

const anyStats = fc.array(fc.double(), { minLength: 1, maxLength: 20 }).map((values) =>
  seriesStats({
    steps: Float64Array.from(values, (_, at) => at / 4),
    timesMs: Float64Array.from(values, (_, at) => 1_790_000_000_000 + at),
    values: Float64Array.from(values, (value) => value + 0),
  }),
);

const anyKeyIds = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 30 });

it("packs the ids and every number of every key of a run without loss", () => {
  fc.assert(
    fc.property(anyKeyIds, fc.infiniteStream(anyStats), (keyIds, stream) => {
      const stats = [...stream.take(keyIds.length)];
      const parts = [packKeyIds(keyIds), ...STATS_COLUMNS.map((column) => packStatsColumn(stats, column))];
      const bytes = Buffer.concat(parts);
      const unpacked = unpackSummaries(bytes, [keyIds.length], [bytes.length], STATS_COLUMNS.length);
      expect(Array.from(unpacked.keyIds)).toEqual(keyIds);
      STATS_COLUMNS.forEach((column, at) => {
        expect(Array.from(unpacked.columns[at] ?? [])).toEqual(stats.map((one) => one[column] + 0));
      });
      for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)])])
        for (const length of [bytes.length, wrong.length])
          expect(() => unpackSummaries(wrong, [keyIds.length], [length], STATS_COLUMNS.length)).toThrow(
            CorruptDataError,
          );
    }),
  );
});

it("packs no keys at all", () => {
  const bytes = Buffer.concat([packKeyIds([]), packStatsColumn([], "last")]);
  const nothing = { keyIds: new Float64Array(0), columns: [new Float64Array(0)] };
  expect(unpackSummaries(bytes, [0], [bytes.length], 1)).toEqual(nothing);
  expect(unpackSummaries(Buffer.concat([bytes, bytes]), [0, 0], [bytes.length, bytes.length], 1)).toEqual(nothing);
  expect(unpackSummaries(Buffer.alloc(0), [], [], 1)).toEqual(nothing);
});

it("unpacks runs one behind the other as it does each alone", () => {
  const anyRun = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), anyStats), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(anyRun, { maxLength: 6 }), (runs) => {
      const packed = runs.map((keys) =>
        Buffer.concat([
          packKeyIds(keys.map(([keyId]) => keyId)),
          ...(["last", "lastStep"] as const).map((column) =>
            packStatsColumn(
              keys.map(([, one]) => one),
              column,
            ),
          ),
        ]),
      );
      const alone = packed.map((bytes, at) => unpackSummaries(bytes, [runs[at]?.length ?? 0], [bytes.length], 2));
      const { keyIds, columns } = unpackSummaries(
        Buffer.concat(packed),
        runs.map(({ length }) => length),
        packed.map(({ length }) => length),
        2,
      );
      expect(Array.from(keyIds)).toEqual(alone.flatMap((one) => [...one.keyIds]));
      columns.forEach((column, at) => {
        expect(Array.from(column)).toEqual(alone.flatMap((one) => [...(one.columns[at] ?? [])]));
      });
    }),
  );
});

it("refuses a run whose summary ends elsewhere, though all together have the right length", () => {
  const number = Float64Array.of(1);
  const stats = seriesStats({ steps: number, timesMs: number, values: number });
  const one = Buffer.concat([packKeyIds([1]), packStatsColumn([stats], "last")]);
  const twice = Buffer.concat([one, one]);
  expect(unpackSummaries(twice, [1, 1], [one.length, one.length], 1).keyIds).toEqual(Float64Array.of(1, 1));
  for (const lengths of [
    [one.length - 1, one.length + 1],
    [one.length + 1, one.length - 1],
    [twice.length, 0],
    [one.length],
  ])
    expect(() => unpackSummaries(twice, [1, 1], lengths, 1)).toThrow(CorruptDataError);
});

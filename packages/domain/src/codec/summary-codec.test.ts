import fc from "fast-check";
import { expect, it } from "vitest";
import { seriesStats } from "../series/series-stats.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { packKeyIds, packStatsColumn, STATS_COLUMNS, unpackSummary } from "./summary-codec.ts";

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
      const unpacked = unpackSummary(bytes, keyIds.length, STATS_COLUMNS.length);
      expect(Array.from(unpacked.keyIds)).toEqual(keyIds);
      STATS_COLUMNS.forEach((column, at) => {
        expect(Array.from(unpacked.columns[at] ?? [])).toEqual(stats.map((one) => one[column] + 0));
      });
      for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)])])
        expect(() => unpackSummary(wrong, keyIds.length, STATS_COLUMNS.length)).toThrow(CorruptDataError);
    }),
  );
});

it("packs no keys at all", () => {
  const bytes = Buffer.concat([packKeyIds([]), packStatsColumn([], "last")]);
  expect(unpackSummary(bytes, 0, 1)).toEqual({ keyIds: new Float64Array(0), columns: [new Float64Array(0)] });
});

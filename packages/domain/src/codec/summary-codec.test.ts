import fc from "fast-check";
import { expect, it } from "vitest";
import { seriesStats } from "../series/series-stats.ts";
import { CorruptDataError } from "./corrupt-data.ts";
import { packKeyIds, packStatsColumn, STATS_COLUMNS, unpackKeyIds, unpackStatsColumn } from "./summary-codec.ts";

const anyStats = fc.array(fc.double(), { minLength: 1, maxLength: 20 }).map((values) =>
  seriesStats({
    steps: Float64Array.from(values, (_, at) => at / 4),
    timesMs: Float64Array.from(values, (_, at) => 1_790_000_000_000 + at),
    values: Float64Array.from(values, (value) => value + 0),
  }),
);

it("packs every number of every key of a run without loss", () => {
  fc.assert(
    fc.property(fc.array(anyStats, { maxLength: 30 }), (stats) => {
      for (const column of STATS_COLUMNS) {
        const bytes = packStatsColumn(stats, column);
        const plain = stats.map((one) => one[column] + 0);
        expect(Array.from(unpackStatsColumn(bytes, stats.length))).toEqual(plain);
        if (stats.length > 0)
          expect(() => unpackStatsColumn(bytes.subarray(0, -1), stats.length)).toThrow(CorruptDataError);
      }
    }),
  );
});

it("packs key ids without loss", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { maxLength: 50 }), (keyIds) => {
      expect(Array.from(unpackKeyIds(packKeyIds(keyIds), keyIds.length))).toEqual(keyIds);
    }),
  );
});

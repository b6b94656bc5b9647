import { type SeriesStats, statsMean } from "@assay/domain";
import { STATS_COLUMNS } from "@assay/domain/codec";
import type { StoredSummaryRow } from "../sql/check/read-stored.ts";
import { isSame, isSameMean } from "./same-number.ts";

const extentOf = ({ min, max }: SeriesStats): number =>
  Number.isFinite(min) && Number.isFinite(max) ? Math.max(Math.abs(min), Math.abs(max)) : 0;

/** What a run's packed summary says of a series, against what its chunks come to. */
export function checkPacked(stored: SeriesStats, computed: SeriesStats): string[] {
  const exact = STATS_COLUMNS.filter((column) => column !== "sum" && column !== "rest");
  const faults = exact
    .filter((column) => !isSame(stored[column], computed[column]))
    .map((column) => `${column} is ${stored[column]} and the chunks say ${computed[column]}`);
  const [mean, expected] = [statsMean(stored), statsMean(computed)];
  return isSameMean(mean, expected, extentOf(computed))
    ? faults
    : [...faults, `the mean is ${mean} and the chunks say ${expected}`];
}

/** The same for a row of metric_summary, which keeps null for NaN. */
export function checkRow(row: StoredSummaryRow, computed: SeriesStats): string[] {
  const exact = ["last", "first", "min", "max", "argmin", "argmax", "count", "nans"] as const;
  const stored = (column: (typeof exact)[number] | "mean"): number => Number(row[column] ?? Number.NaN);
  const faults = exact
    .filter((column) => !isSame(stored(column), computed[column]))
    .map((column) => `${column} is ${stored(column)} and the chunks say ${computed[column]}`);
  const expected = statsMean(computed);
  return isSameMean(stored("mean"), expected, extentOf(computed))
    ? faults
    : [...faults, `mean is ${stored("mean")} and the chunks say ${expected}`];
}

import { type SeriesStats, statsMean } from "@assay/domain";
import {
  packKeyIds,
  packStatsColumn,
  STATS_COLUMNS,
  type StatsColumn,
  unpackKeyIds,
  unpackStatsColumn,
} from "@assay/domain/codec";
import { arrayLiteral } from "../convert.ts";
import { type PackedColumns, type RunSummaryRow, SUMMARY_COLUMNS } from "../sql/metrics/run-summary.ts";

/** Stats of a run's series by key id. */
export type RunStats = Map<number, SeriesStats>;

/** Unpacks a run's summary whole. */
export function unpackRunStats(row: RunSummaryRow | undefined): RunStats {
  if (row === undefined || row.key_ids === null) return new Map();
  const count = row.metric_count;
  const keyIds = unpackKeyIds(row.key_ids, count);
  const columns = new Map(STATS_COLUMNS.map((column) => [column, unpackColumn(row, column)]));
  const at = (column: StatsColumn, index: number): number => columns.get(column)?.[index] ?? Number.NaN;
  return new Map(Array.from(keyIds, (keyId, index) => [keyId, toStats((column) => at(column, index))]));
}

/** One number of every key of a run. */
export function unpackColumn(row: PackedColumns & { metric_count: number }, column: StatsColumn): Float64Array {
  const bytes = row[SUMMARY_COLUMNS[column]];
  return bytes === null || bytes === undefined ? new Float64Array(0) : unpackStatsColumn(bytes, row.metric_count);
}

function toStats(number: (column: StatsColumn) => number): SeriesStats {
  return {
    count: number("count"),
    nans: number("nans"),
    firstStep: number("firstStep"),
    firstTimeMs: number("firstTimeMs"),
    first: number("first"),
    lastStep: number("lastStep"),
    lastTimeMs: number("lastTimeMs"),
    last: number("last"),
    min: number("min"),
    max: number("max"),
    argmin: number("argmin"),
    argmax: number("argmax"),
    sum: number("sum"),
    rest: number("rest"),
  };
}

/** The parameters of writeRunSummary after the run. */
export function runSummaryParameters(stats: RunStats): unknown[] {
  const ordered = [...stats].sort(([a], [b]) => a - b);
  const series = ordered.map(([, one]) => one);
  const points = series.reduce((sum, { count }) => sum + count, 0);
  const keyIds = packKeyIds(ordered.map(([keyId]) => keyId));
  const columns = STATS_COLUMNS.map((column) => packStatsColumn(series, column));
  return [series.length, points, keyIds, ...columns];
}

/** The parameters of upsertSummaries after the run, in key order so that writers take index pages in one order. */
export function summaryParameters(stats: RunStats): unknown[] {
  const ordered = [...stats].sort(([a], [b]) => a - b);
  const column = (pick: (one: SeriesStats) => number): string => arrayLiteral(ordered.map(([, one]) => pick(one)));
  return [
    arrayLiteral(ordered.map(([keyId]) => keyId)),
    column(({ last }) => last),
    column(({ first }) => first),
    column(({ min }) => min),
    column(({ max }) => max),
    column(statsMean),
    column(({ count }) => count),
    column(({ argmin }) => argmin),
    column(({ argmax }) => argmax),
    column(({ nans }) => nans),
  ];
}

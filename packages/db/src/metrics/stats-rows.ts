import { type SeriesStats, statsMean } from "@assay/domain";
import { packKeyIds, packStatsColumn, STATS_COLUMNS, type StatsColumn, unpackSummary } from "@assay/domain/codec";
import { arrayLiteral } from "../convert.ts";
import type { RunSummaryRow } from "../sql/metrics/run-summary.ts";

/** Stats of a run's series by key id. */
export type RunStats = Map<number, SeriesStats>;

/** Unpacks a run's summary with all columns. */
export function unpackRunStats(row: RunSummaryRow | undefined): RunStats {
  if (row === undefined) return new Map();
  const { keyIds, columns } = unpackSummary(row.packed, row.metric_count, STATS_COLUMNS.length);
  const byName = new Map(STATS_COLUMNS.map((column, at) => [column, columns[at]]));
  const at = (column: StatsColumn, index: number): number => byName.get(column)?.[index] ?? Number.NaN;
  return new Map(Array.from(keyIds, (keyId, index) => [keyId, toStats((column) => at(column, index))]));
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

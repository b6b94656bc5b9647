import { type SeriesStats, statsMean } from "@assay/domain";
import {
  packKeyIds,
  packStatsColumn,
  STATS_COLUMNS,
  type StatsColumn,
  type UnpackedSummaries,
  unpackSummaries,
} from "@assay/domain/codec";
import { arrayLiteral } from "../convert.ts";
import type { RunSummaryRow } from "../sql/metrics/run-summary.ts";

/** Stats of a run's series by key id. */
export type RunStats = Map<number, SeriesStats>;

/** Of unpacked summaries, what is one run's: the keys from one place to before another. */
export interface RunSummaryPart extends UnpackedSummaries {
  from: number;
  to: number;
}

/** Unpacks a run's summary with all columns. */
export function unpackRunStats(row: RunSummaryRow | undefined): RunStats {
  if (row === undefined) return new Map();
  const { packed, metric_count: to } = row;
  return runStatsOf({ ...unpackSummaries(packed, [to], [packed.length], STATS_COLUMNS.length), from: 0, to });
}

/** A run's part of summaries with all columns. */
export function runStatsOf({ keyIds, columns, from, to }: RunSummaryPart): RunStats {
  const byName = new Map(STATS_COLUMNS.map((column, at) => [column, columns[at]]));
  const stats: RunStats = new Map();
  for (let at = from; at < to; at += 1)
    stats.set(
      keyIds[at] ?? 0,
      toStats((column: StatsColumn) => byName.get(column)?.[at] ?? Number.NaN),
    );
  return stats;
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

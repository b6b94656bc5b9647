import type { MetricAggregate, MetricSummary, RunId } from "@assay/contract";
import { addStats, orderPoints, type PointColumns, type SeriesStats, seriesStats, statsMean } from "@assay/domain";
import { decodeFrames, STATS_COLUMNS, type StatsColumn, unpackSummaries } from "@assay/domain/codec";
import { idArray, toId, toIds } from "../convert.ts";
import {
  LAST_COLUMNS,
  RUNS_AT_ONCE,
  readSummaries,
  type SummariesOrFrameRow,
  type SummariesRow,
} from "../sql/metrics/run-summary.ts";
import type { Executor } from "./client-executor.ts";
import { type RunStats, type RunSummaryPart, runStatsOf } from "./stats-rows.ts";

/** What each aggregate is made of. */
const COLUMNS_OF = {
  last: ["last"],
  first: ["first"],
  min: ["min"],
  max: ["max"],
  mean: ["sum", "rest", "count", "nans"],
  count: ["count"],
  argmin: ["argmin"],
  argmax: ["argmax"],
  nans: ["nans"],
} as const satisfies Record<MetricAggregate, readonly StatsColumn[]>;

/** More than wait while the compactor keeps up; beyond that, compacting them is cheaper than reading them. */
const MOST_FRAMES = 20_000;

const NOTHING: RunSummaryPart = { keyIds: new Float64Array(0), columns: [], from: 0, to: 0 };

/**
 * Reads what series come to, what is not yet compacted included. Frames whose points may repeat or lie between those
 * in chunks cannot be counted without the chunks: their runs are compacted first by `compact`, and so are all that have
 * frames when those are more than one answer may hold. Frames that were compacted between the reading of them and of
 * their run's whole summary are such too.
 */
export class SummaryReader {
  private readonly executor: Pick<Executor, "query">;
  private readonly compact: (runIds: readonly RunId[]) => Promise<void>;

  constructor(executor: Pick<Executor, "query">, compact: (runIds: readonly RunId[]) => Promise<void>) {
    this.executor = executor;
    this.compact = compact;
  }

  /** Stats of every series of each run. */
  async stats(runIds: readonly RunId[]): Promise<Map<RunId, RunStats>> {
    return this.read(runIds, STATS_COLUMNS, runStatsOf, (stats) => stats);
  }

  /**
   * The last point of every series of each run: values, steps and times, since there may be very many. What somebody
   * else has `read` of runs that have no frames need not be read again.
   */
  async latest(runIds: readonly RunId[], read: SummariesRow | null): Promise<Map<RunId, RunSummaryPart>> {
    if (read === null) return this.read(runIds, LAST_COLUMNS, (part) => part, lastPointsOf);
    const parts: SummaryParts["parts"] = new Map();
    addSummaries(parts, read, LAST_COLUMNS.length);
    return new Map(runIds.map((runId) => [runId, parts.get(runId) ?? NOTHING]));
  }

  /** One aggregate of each of some series, in the order of the keys, each asked once; undefined where no point is. */
  async aggregates(
    runIds: readonly RunId[],
    keyIds: readonly (number | undefined)[],
    aggregate: MetricAggregate,
  ): Promise<Map<RunId, (number | undefined)[]>> {
    const places = new Map(keyIds.flatMap((keyId, place) => (keyId === undefined ? [] : [[keyId, place] as const])));
    return this.read(
      runIds,
      COLUMNS_OF[aggregate],
      (part) => aggregatesOf(part, aggregate, places, keyIds.length),
      (stats) =>
        keyIds.map((keyId) => {
          const one = keyId === undefined ? undefined : stats.get(keyId);
          return one === undefined ? undefined : pick(one, aggregate);
        }),
    );
  }

  private async read<Result>(
    runIds: readonly RunId[],
    columns: readonly StatsColumn[],
    atRest: (part: RunSummaryPart) => Result,
    live: (stats: RunStats) => Result,
  ): Promise<Map<RunId, Result>> {
    const { parts, frames, isCut } = await this.partsOf(runIds, columns);
    const fresh = [...frames.keys()];
    if (isCut) {
      // Runs whose frames are not among them look as if they had none: all are read again.
      await this.compact(fresh);
      return this.read(runIds, columns, atRest, live);
    }
    const whole = columns.length === STATS_COLUMNS.length ? parts : (await this.partsOf(fresh, STATS_COLUMNS)).parts;
    const found = new Map<RunId, Result>();
    const mixed: RunId[] = [];
    for (const runId of runIds) {
      const waiting = frames.get(runId);
      if (waiting === undefined) {
        found.set(runId, atRest(parts.get(runId) ?? NOTHING));
        continue;
      }
      const stats = addFrames(runStatsOf(whole.get(runId) ?? NOTHING), Buffer.concat(waiting));
      if (stats === null) mixed.push(runId);
      else found.set(runId, live(stats));
    }
    if (mixed.length === 0) return found;
    await this.compact(mixed);
    for (const [runId, result] of await this.read(mixed, columns, atRest, live)) found.set(runId, result);
    return found;
  }

  private async partsOf(runIds: readonly RunId[], columns: readonly StatsColumn[]): Promise<SummaryParts> {
    const found: SummaryParts = { parts: new Map(), frames: new Map(), isCut: false };
    let left = MOST_FRAMES;
    for (let from = 0; from < runIds.length && !found.isCut; from += RUNS_AT_ONCE) {
      // One more tells that there are more.
      const values = [idArray(runIds.slice(from, from + RUNS_AT_ONCE)), left + 1];
      for (const row of await this.executor.query<SummariesOrFrameRow>(readSummaries(columns), values)) {
        if (row.is_frame) {
          addFrame(found.frames, toId(row.runs), row.bytes);
          left -= 1;
        } else addSummaries(found.parts, row, columns.length);
      }
      found.isCut = left < 0;
    }
    return found;
  }
}

interface SummaryParts {
  parts: Map<RunId, RunSummaryPart>;
  /** Of runs that have some. */
  frames: Map<RunId, Uint8Array[]>;
  /** There are more frames than are read. */
  isCut: boolean;
}

function addSummaries(
  parts: SummaryParts["parts"],
  { runs, metric_counts, lengths, bytes }: SummariesRow,
  columnCount: number,
): void {
  if (runs === null || metric_counts === null || lengths === null || bytes === null) return;
  const counts = metric_counts.split(",").map(Number);
  const { keyIds, columns } = unpackSummaries(bytes, counts, lengths.split(",").map(Number), columnCount);
  let from = 0;
  toIds<RunId>(runs).forEach((runId, at) => {
    const to = from + (counts[at] ?? 0);
    parts.set(runId, { keyIds, columns, from, to });
    from = to;
  });
}

function addFrame(frames: SummaryParts["frames"], runId: RunId, frame: Uint8Array): void {
  const waiting = frames.get(runId);
  if (waiting === undefined) frames.set(runId, [frame]);
  else waiting.push(frame);
}

/** Stats with the points of frames; null when some are not behind all that is in chunks. */
function addFrames(stats: RunStats, frames: Uint8Array): RunStats | null {
  for (const [keyId, unordered] of decodeFrames(frames, null)) {
    const points = orderPoints(unordered);
    const known = stats.get(keyId);
    if (known !== undefined && !isBehind(points, known)) return null;
    const fresh = seriesStats(points);
    stats.set(keyId, known === undefined ? fresh : addStats(known, fresh));
  }
  return stats;
}

function isBehind({ steps, timesMs }: PointColumns, { lastStep, lastTimeMs }: SeriesStats): boolean {
  const step = steps[0] ?? Number.NaN;
  return step > lastStep || (step === lastStep && (timesMs[0] ?? 0) > lastTimeMs);
}

function lastPointsOf(stats: RunStats): RunSummaryPart {
  const numbers = (column: StatsColumn): Float64Array => Float64Array.from(stats.values(), (one) => one[column]);
  return { keyIds: Float64Array.from(stats.keys()), columns: LAST_COLUMNS.map(numbers), from: 0, to: stats.size };
}

function aggregatesOf(
  { keyIds, columns, from, to }: RunSummaryPart,
  aggregate: MetricAggregate,
  places: ReadonlyMap<number, number>,
  count: number,
): (number | undefined)[] {
  const found: (number | undefined)[] = new Array(count).fill(undefined);
  const values = columns[0];
  for (let at = from; at < to; at += 1) {
    const place = places.get(keyIds[at] ?? 0);
    if (place !== undefined) found[place] = aggregate === "mean" ? meanAt(columns, at) : values?.[at];
  }
  return found;
}

/** Of the columns that a mean is made of. */
const meanAt = ([sum, rest, count, nans]: readonly Float64Array[], at: number): number =>
  statsMean({ sum: sum?.[at] ?? 0, rest: rest?.[at] ?? 0, count: count?.[at] ?? 0, nans: nans?.[at] ?? 0 });

const pick = (stats: SeriesStats, aggregate: MetricAggregate): number =>
  aggregate === "mean" ? statsMean(stats) : stats[aggregate];

/** Stats as callers know them. */
export function toSummary(key: string, stats: SeriesStats): MetricSummary {
  const { sum: _, rest: __, firstTimeMs: ___, argmin, argmax, ...shown } = stats;
  return {
    key,
    ...shown,
    mean: statsMean(stats),
    argmin: Number.isNaN(argmin) ? null : argmin,
    argmax: Number.isNaN(argmax) ? null : argmax,
  };
}

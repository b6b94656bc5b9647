import type { RunId } from "@assay/contract";
import {
  type Blocks,
  concatColumns,
  emptyBlocks,
  emptyColumns,
  lowerBound,
  meanOf,
  mergePoints,
  orderPoints,
  type PointColumns,
  pointBlocks,
  setBlocks,
  sliceBlocks,
  sliceColumns,
} from "@assay/domain";
import { BLOCK_POINTS, decodeChunkInto, decodeFrames, decodePyramidInto, pyramidBlocks } from "@assay/domain/codec";
import { arrayLiteral, idArray, toId } from "../convert.ts";
import type { Db } from "../db.ts";
import { readSeries, SERIES_COLUMNS, type SeriesRow } from "../sql/metrics/read-series.ts";
import type { SeriesQuery, StoredSeries, TimeRange } from "./metric-store.ts";

/** Below so many pyramid blocks a bucket, a series is read point by point: blocks would be too coarse. */
const BLOCKS_PER_BUCKET = 0.5;
/** From so many chunks a bucket on, the chunks' own stats do and no pyramid is read. */
const CHUNKS_PER_BUCKET = 4;
const MOST = 2 ** 31 - 1;

const ALWAYS: TimeRange = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };

interface Range extends TimeRange {
  fromStep: number;
  toStep: number;
}

/** Reads series of runs and keys by one statement. */
export class SeriesReader {
  private readonly db: Pick<Db, "copyRows">;

  constructor(db: Pick<Db, "copyRows">) {
    this.db = db;
  }

  /** Every point. */
  async whole(query: SeriesQuery, keyIds: ReadonlyMap<string, number>): Promise<StoredSeries<PointColumns>[]> {
    const found = await this.read(query, keyIds, MOST, MOST);
    return found.map(({ points, pointCount, runId, key }) => ({ runId, key, points, pointCount, blockPoints: 1 }));
  }

  /** Blocks fine enough for so many buckets a series. */
  async blocks(
    query: SeriesQuery,
    keyIds: ReadonlyMap<string, number>,
    maxBuckets: number,
  ): Promise<StoredSeries<Blocks>[]> {
    const mostWhole = Math.min(MOST, Math.max(maxBuckets, Math.floor(maxBuckets * BLOCKS_PER_BUCKET * BLOCK_POINTS)));
    const found = await this.read(query, keyIds, mostWhole, maxBuckets * CHUNKS_PER_BUCKET);
    return found.map(({ runId, key, ...series }) => ({
      runId,
      key,
      pointCount: series.pointCount,
      ...interleave(series),
    }));
  }

  private async read(
    query: SeriesQuery,
    keyIds: ReadonlyMap<string, number>,
    mostWhole: number,
    mostChunks: number,
  ): Promise<(Assembled & { runId: RunId; key: string })[]> {
    const steps = {
      fromStep: query.fromStep ?? Number.NEGATIVE_INFINITY,
      toStep: query.toStep ?? Number.POSITIVE_INFINITY,
    };
    const timesOf = (runId: RunId): TimeRange => query.times?.get(runId) ?? ALWAYS;
    const names = new Map([...keyIds].map(([name, id]) => [id, name]));
    if (names.size === 0 || query.runIds.length === 0) return [];
    const parameters = [
      idArray(query.runIds),
      arrayLiteral([...names.keys()]),
      steps.fromStep,
      steps.toStep,
      arrayLiteral(query.runIds.map((runId) => timesOf(runId).fromMs)),
      arrayLiteral(query.runIds.map((runId) => timesOf(runId).toMs)),
      mostWhole,
      Math.min(MOST, mostChunks),
    ];
    const rows = await this.db.copyRows(readSeries, parameters, SERIES_COLUMNS);
    const series: (Assembled & { runId: RunId; key: string })[] = [];
    for (const [id, ofRun] of Map.groupBy(rows, (row) => row.run_id)) {
      const runId = toId<RunId>(id ?? "");
      const range = { ...steps, ...timesOf(runId) };
      for (const [keyId, parts] of partsByKey(ofRun, new Set(names.keys()))) {
        const read = assemble(parts, range);
        if (read !== null) series.push({ runId, key: names.get(keyId) ?? "", ...read });
      }
    }
    return series;
  }
}

interface Parts {
  chunks: SeriesRow[];
  /** Points of frames, cut where a fork's ancestor ends. */
  fresh: PointColumns[];
}

function partsByKey(rows: readonly SeriesRow[], wanted: ReadonlySet<number>): Map<number, Parts> {
  const byKey = new Map<number, Parts>();
  const partsOf = (keyId: number): Parts => {
    const parts = byKey.get(keyId) ?? { chunks: [], fresh: [] };
    byKey.set(keyId, parts);
    return parts;
  };
  for (const row of rows) {
    if (row.frame === null) partsOf(row.key_id ?? 0).chunks.push(row);
    else {
      for (const [keyId, points] of decodeFrames(row.frame, wanted)) {
        partsOf(keyId).fresh.push(upTo(points, row.upto ?? Infinity));
      }
    }
  }
  return byKey;
}

/** A series as it was read: chunks that come as blocks, in order, and the points of all else, which lie between them. */
interface Assembled {
  coarse: SeriesRow[];
  points: PointColumns;
  pointCount: number;
}

/** Puts the parts of a series together, each point once; null when nothing is in the range. */
function assemble({ chunks, fresh }: Parts, range: Range): Assembled | null {
  chunks.sort(byPlace);
  const coarse = chunks.filter((row) => row.steps === null);
  const compacted = orderPoints(unpack(chunks.filter((row) => row.steps !== null)));
  const all = fresh.length === 0 ? compacted : mergePoints(compacted, orderPoints(concatColumns(fresh))).all;
  const points = within(all, range);
  const pointCount = points.steps.length + coarse.reduce((sum, row) => sum + (row.count ?? 0), 0);
  return pointCount === 0 ? null : { coarse, points, pointCount };
}

/** The points of whole chunks one after the other, each cut where a fork's ancestor ends. */
function unpack(rows: readonly SeriesRow[]): PointColumns {
  const points = emptyColumns(rows.reduce((sum, row) => sum + (row.count ?? 0), 0));
  let kept = 0;
  for (const { steps, times_ms, values, count, upto } of rows) {
    if (steps === null || times_ms === null || values === null || count === null) continue;
    decodeChunkInto(points, kept, { steps, timesMs: times_ms, values }, count);
    let end = kept + count;
    while (end > kept && (points.steps[end - 1] ?? 0) > (upto ?? Infinity)) end -= 1;
    kept = end;
  }
  return sliceColumns(points, 0, kept);
}

/** Blocks and points in one order: no point lies within a chunk that comes as blocks. */
function interleave({ coarse, points }: Assembled): { points: Blocks; blockPoints: number } {
  const singles = pointBlocks(points);
  const total = points.steps.length;
  if (coarse.length === 0) return { points: singles, blockPoints: 1 };
  const blocks = emptyBlocks(coarse.reduce((sum, row) => sum + blockCount(row), total));
  let blockPoints = 1;
  let from = 0;
  let filled = 0;
  const addSingles = (to: number): void => {
    if (to > from) setBlocks(blocks, filled, sliceBlocks(singles, from, to));
    filled += to - from;
    from = to;
  };
  for (const row of coarse) {
    addSingles(lowerBound(points, { step: row.first_step ?? 0, timeMs: row.first_time_ms ?? 0 }));
    readBlocksInto(blocks, filled, row);
    filled += blockCount(row);
    blockPoints = Math.max(blockPoints, row.pyramid === null ? (row.count ?? 0) : BLOCK_POINTS);
  }
  addSingles(total);
  return { points: blocks, blockPoints };
}

const blockCount = ({ pyramid, count }: SeriesRow): number => (pyramid === null ? 1 : pyramidBlocks(count ?? 0));

function byPlace(a: SeriesRow, b: SeriesRow): number {
  return (a.first_step ?? 0) - (b.first_step ?? 0) || (a.first_time_ms ?? 0) - (b.first_time_ms ?? 0);
}

/** The blocks of a chunk's pyramid; without one the chunk is one block. */
function readBlocksInto(blocks: Blocks, at: number, row: SeriesRow): void {
  const count = row.count ?? 0;
  const nans = row.nans ?? 0;
  if (row.pyramid !== null) {
    decodePyramidInto(blocks, at, row.pyramid, count);
    return;
  }
  blocks.steps[at] = row.last_step ?? Number.NaN;
  blocks.timesMs[at] = row.last_time_ms ?? 0;
  blocks.values[at] = row.last ?? Number.NaN;
  blocks.min[at] = row.min ?? Number.NaN;
  blocks.max[at] = row.max ?? Number.NaN;
  blocks.mean[at] = meanOf({ sum: row.sum ?? 0, rest: row.sum_rest ?? 0 }, count - nans);
  blocks.counts[at] = count;
  blocks.nans[at] = nans;
}

const upTo = (points: PointColumns, step: number): PointColumns =>
  step === Number.POSITIVE_INFINITY ? points : keep(points, (at) => (points.steps[at] ?? 0) <= step);

function within(points: PointColumns, { fromStep, toStep, fromMs, toMs }: Range): PointColumns {
  if (fromStep === -Infinity && toStep === Infinity && fromMs === -Infinity && toMs === Infinity) return points;
  return keep(points, (at) => {
    const step = points.steps[at] ?? 0;
    const timeMs = points.timesMs[at] ?? 0;
    return step >= fromStep && step <= toStep && timeMs >= fromMs && timeMs <= toMs;
  });
}

/** The points that pass, as they are when all do. */
function keep(points: PointColumns, passes: (at: number) => boolean): PointColumns {
  const count = points.steps.length;
  let at = 0;
  while (at < count && passes(at)) at += 1;
  if (at === count) return points;
  const kept: number[] = Array.from({ length: at }, (_, index) => index);
  for (; at < count; at += 1) if (passes(at)) kept.push(at);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, (index) => column[index] ?? 0);
  return { steps: pick(points.steps), timesMs: pick(points.timesMs), values: pick(points.values) };
}

import type { RunId, SeriesAxis } from "@assay/contract";
import { runs, type TimeRange } from "@assay/db";
import { alignByStep, type Blocks, pointBlocks } from "@assay/domain";
import type { ProjectContext } from "../context.ts";

export interface PlacedQuery {
  runIds: RunId[];
  keys: string[];
  maxPoints: number;
  x: SeriesAxis;
  from?: number | undefined;
  to?: number | undefined;
}

/** A series in blocks, and how to tell the place of blocks made of them. */
export interface PlacedSeries {
  runId: RunId;
  key: string;
  pointCount: number;
  blockPoints: number;
  blocks: Blocks;
  xOf: (blocks: Blocks) => Float64Array;
}

/** Reads series with their places on the asked axis, in blocks fine enough for `maxPoints` buckets each. */
export function readPlaced(ctx: ProjectContext, query: PlacedQuery): Promise<PlacedSeries[]> {
  switch (query.x.kind) {
    case "step":
      return readBlocks(
        ctx,
        query,
        { fromStep: query.from, toStep: query.to },
        () =>
          ({ steps }) =>
            steps,
      );
    case "time":
      return byTime(ctx, query, new Map());
    case "relative":
      return relative(ctx, query);
    case "metric":
      return byMetric(ctx, query, query.x.key);
  }
}

async function readBlocks(
  ctx: ProjectContext,
  { runIds, keys, maxPoints }: PlacedQuery,
  range: { fromStep?: number | undefined; toStep?: number | undefined; times?: ReadonlyMap<RunId, TimeRange> },
  xOf: (runId: RunId) => (blocks: Blocks) => Float64Array,
): Promise<PlacedSeries[]> {
  const found = await ctx.metrics.readBlocks({ projectId: ctx.project.id, runIds, keys, maxPoints, ...range });
  return found.map(({ points, ...series }) => ({ ...series, blocks: points, xOf: xOf(series.runId) }));
}

/** By the clock, each run's from its own zero. */
function byTime(ctx: ProjectContext, query: PlacedQuery, zeroMs: ReadonlyMap<RunId, number>): Promise<PlacedSeries[]> {
  const { runIds, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = query;
  const zero = (runId: RunId): number => zeroMs.get(runId) ?? 0;
  const times = new Map(runIds.map((id): [RunId, TimeRange] => [id, { fromMs: zero(id) + from, toMs: zero(id) + to }]));
  return readBlocks(
    ctx,
    query,
    { times },
    (runId) =>
      ({ timesMs }) =>
        timesMs.map((timeMs) => timeMs - zero(runId)),
  );
}

async function relative(ctx: ProjectContext, query: PlacedQuery): Promise<PlacedSeries[]> {
  return byTime(ctx, query, await runs.startTimes(ctx.db, ctx.project.id, query.runIds));
}

/** By another metric: its points are needed one by one, to find those of the same steps. */
async function byMetric(ctx: ProjectContext, query: PlacedQuery, xKey: string): Promise<PlacedSeries[]> {
  const { runIds, keys, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = query;
  const wanted = { projectId: ctx.project.id, runIds, keys: [...new Set([...keys, xKey])] };
  const found = await ctx.metrics.readRange(wanted);
  const places = new Map(found.filter(({ key }) => key === xKey).map(({ runId, points }) => [runId, points]));
  return found.flatMap(({ runId, key, points }) => {
    const other = places.get(runId);
    if (!keys.includes(key) || other === undefined) return [];
    const aligned = alignByStep(points, other, { from, to });
    const pointCount = aligned.x.length;
    if (pointCount === 0) return [];
    const blocks = pointBlocks(aligned.points);
    return [{ runId, key, pointCount, blockPoints: 1, blocks, xOf: (made: Blocks) => placesOf(aligned, made) }];
  });
}

/** Blocks end at points of the series, in its order: their places are found in one pass. */
function placesOf(aligned: ReturnType<typeof alignByStep>, blocks: Blocks): Float64Array {
  let at = -1;
  return blocks.counts.map((count) => {
    at += count;
    return aligned.x[at] ?? Number.NaN;
  });
}

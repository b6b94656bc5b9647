import type { RunId, SeriesAxis, SeriesHead, SeriesQuery } from "@assay/contract";
import { type Blocks, bucketBlocks } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";
import { type PlacedSeries, readPlaced } from "./read-placed.ts";

/** One series with each entry's place on the asked axis. */
export interface SeriesAnswer {
  head: SeriesHead;
  axis: SeriesAxis["kind"];
  x: Float64Array;
  blocks: Blocks;
}

/** Series of several runs and keys, each at no more than `maxPoints` entries; missing ones are left out. */
export async function readSeries({ ctx, input }: VerbArgs<ProjectContext, SeriesQuery>): Promise<SeriesAnswer[]> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, input.runIds);
  const placed = await readPlaced(ctx, input);
  return placed.map((series) => toAnswer(series, input.x.kind, input.maxPoints));
}

function toAnswer(series: PlacedSeries, axis: SeriesAxis["kind"], maxPoints: number): SeriesAnswer {
  const { runId, key, pointCount, blockPoints } = series;
  const blocks = bucketBlocks(series.blocks, maxPoints);
  const isRaw = blocks.steps.length === pointCount;
  return {
    head: { runId: runId satisfies RunId, key, pointCount, isRaw, blockPoints },
    axis,
    x: series.xOf(blocks),
    blocks,
  };
}

import type { RunId, Series } from "@assay/contract";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";

export interface SeriesRequest {
  runIds: RunId[];
  keys: string[];
  maxPoints: number;
  fromStep?: number | undefined;
  toStep?: number | undefined;
}

/** Series of several runs and keys, each at no more than `maxPoints` entries; missing ones are left out. */
export async function readSeries({ ctx, input }: VerbArgs<ProjectContext, SeriesRequest>): Promise<Series[]> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, input.runIds);
  const series = await ctx.metrics.readDownsampled({ projectId: ctx.project.id, ...input });
  return series.map(({ runId, key, points, pointCount }) => ({
    runId,
    key,
    steps: Array.from(points.steps),
    timesMs: Array.from(points.timesMs),
    values: Array.from(points.values),
    min: Array.from(points.min),
    max: Array.from(points.max),
    pointCount,
    isRaw: points.steps.length === pointCount,
  }));
}

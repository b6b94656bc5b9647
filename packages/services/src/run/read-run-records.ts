import type { Run, RunId } from "@assay/contract";
import { type LatestPoint, runAttachments, runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** A run with everything that was logged to it, what it read and what it made. */
export interface RunRecord extends runAttachments.RunAttachments {
  run: Run;
  /** The last point of each series, in the order of the keys. */
  latest: readonly LatestPoint[];
}

/** Whole runs in the order asked. One that is not there is left out: it may just have been deleted for good. */
export async function readRunRecords({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<RunRecord[]> {
  requirePermission(ctx, "run:read");
  const { runIds } = input;
  // All at once; what is of another project's run is thrown away with it.
  const [found, attachedTo, latestOf] = await Promise.all([
    runs.findMany(ctx.db, ctx.project.id, runIds, ctx.clock.now()),
    runAttachments.listForRuns(ctx.db, ctx.project.id, runIds),
    ctx.metrics.latest(ctx.project.id, runIds),
  ]);
  return found.flatMap((run) => {
    const attached = attachedTo.get(run.id);
    return attached === undefined ? [] : [{ ...attached, run, latest: latestOf.get(run.id) ?? [] }];
  });
}

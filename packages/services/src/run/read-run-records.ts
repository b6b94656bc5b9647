import type { RunId } from "@assay/contract";
import { type LatestPoint, runRecords } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** A run with everything that was logged to it, what it read and what it made. */
export interface RunRecord extends runRecords.RunRecord {
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
  // Both at once; the points of another project's run are thrown away with it.
  const [found, latestOf] = await Promise.all([
    runRecords.findMany(ctx.db, ctx.project.id, runIds, ctx.clock.now()),
    ctx.metrics.latest(ctx.project.id, runIds),
  ]);
  return withLatest(found, latestOf);
}

/** Records with the last points of each one's series. */
export function withLatest(
  records: readonly runRecords.RunRecord[],
  latestOf: ReadonlyMap<RunId, LatestPoint[]>,
): RunRecord[] {
  return records.map((record) => ({ ...record, latest: latestOf.get(record.run.id) ?? [] }));
}

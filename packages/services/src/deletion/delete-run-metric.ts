import { type DeletedMetric, notFound, type RunId } from "@assay/contract";
import { deletion, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";
import { refuseObstacles } from "./refuse-obstacles.ts";

/**
 * Deletes one series of a run: every point that was answered before the call. A point that is logged later begins it
 * anew.
 */
export async function deleteRunMetric({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId; key: string }>): Promise<DeletedMetric> {
  requirePermission(ctx, "run:delete");
  const { runId, key } = input;
  await requireReadableRuns(ctx, [runId]);
  await ctx.metrics.compact([runId]);
  return withTx(ctx, async (tx) => {
    if ((await deletion.lock(tx, ctx.project.id, [runId])).length === 0) throw notFound(`Run ${runId}`);
    await refuseObstacles(tx, ctx, [runId]);
    const removed = await ctx.metrics.deleteKey(tx, ctx.project.id, runId, key);
    if (removed === null) throw notFound(`Metric ${key} of run ${runId}`);
    await audit(tx, ctx, {
      action: "metric.delete",
      subject: { kind: "run", id: runId },
      details: { key, ...removed },
    });
    await notifyLive(tx, { kind: "metrics", projectId: ctx.project.id, runId });
    return removed;
  });
}

import type { Experiment } from "@assay/contract";
import { experiments, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getExperiment } from "./get-experiment.ts";

/**
 * Archives an experiment with its active runs, which refuse writes from then on, or restores it with those that went
 * with it: runs archived on their own account stay archived. Doing it again changes nothing.
 */
export async function archiveExperiment({
  ctx,
  input,
}: VerbArgs<ProjectContext, { number: number; isArchived: boolean }>): Promise<Experiment> {
  requirePermission(ctx, "experiment:write");
  const { number, isArchived } = input;
  const { id } = await getExperiment({ ctx, input: { number } });
  return withTx(ctx, async (tx) => {
    await experiments.lock(tx, id);
    const current = await getExperiment({ ctx: { ...ctx, db: tx }, input: { number } });
    if ((current.lifecycle === "archived") === isArchived) return current;
    const now = ctx.clock.now();
    const runs = isArchived
      ? await experiments.archiveRuns(tx, ctx.project.id, id, now)
      : await experiments.restoreRuns(tx, ctx.project.id, id);
    const action = isArchived ? "experiment.archive" : "experiment.restore";
    await audit(tx, ctx, { action, subject: { kind: "experiment", id: current.name }, details: { runs } });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: null });
    return experiments.update(tx, id, { archivedAt: isArchived ? now : null, updatedAt: now });
  });
}

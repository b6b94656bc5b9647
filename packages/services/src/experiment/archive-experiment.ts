import type { Experiment } from "@assay/contract";
import { experiments } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getExperiment } from "./get-experiment.ts";

/** Archives or restores an experiment. Its runs keep their own state and are hidden with it. */
export async function archiveExperiment({
  ctx,
  input,
}: VerbArgs<ProjectContext, { number: number; isArchived: boolean }>): Promise<Experiment> {
  requirePermission(ctx, "experiment:write");
  const current = await getExperiment({ ctx, input: { number: input.number } });
  const now = ctx.clock.now();
  return withTx(ctx, async (tx) => {
    const action = input.isArchived ? "experiment.archive" : "experiment.restore";
    await audit(tx, ctx, { action, subject: { kind: "experiment", id: current.name } });
    return experiments.update(tx, current.id, { archivedAt: input.isArchived ? now : null, updatedAt: now });
  });
}

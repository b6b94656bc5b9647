import { notFound, type RunId } from "@assay/contract";
import { notifyLive, runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** Archives runs (hidden, restorable) or restores them; all of them or none. */
export async function archiveRuns({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runIds: RunId[]; isArchived: boolean }>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { runIds, isArchived } = input;
  await withTx(ctx, async (tx) => {
    for (const runId of runIds) {
      if ((await runs.findState(tx, ctx.project.id, runId)) === null) throw notFound(`Run ${runId}`);
    }
    await runs.setArchived(tx, ctx.project.id, runIds, isArchived ? ctx.clock.now() : null);
    const action = isArchived ? "run.archive" : "run.restore";
    for (const runId of runIds) {
      await audit(tx, ctx, { action, subject: { kind: "run", id: runId } });
      await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
    }
  });
}

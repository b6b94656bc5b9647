import type { LoggedModelId } from "@assay/contract";
import { loggedModels, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getLoggedModel } from "./get-logged-model.ts";

/** Hides a logged model. Versions registered from it keep their files. */
export async function archiveLoggedModel({
  ctx,
  input,
}: VerbArgs<ProjectContext, { loggedModelId: LoggedModelId }>): Promise<void> {
  requirePermission(ctx, "run:write");
  await withTx(ctx, async (tx) => {
    const model = await getLoggedModel({ ctx: { ...ctx, db: tx }, input });
    const now = ctx.clock.now();
    await loggedModels.update(tx, ctx.project.id, model.id, { archivedAt: now, updatedAt: now });
    const runId = model.sourceRun?.id ?? null;
    if (runId !== null) await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
    await audit(tx, ctx, { action: "loggedModel.archive", subject: { kind: "loggedModel", id: model.id } });
    await notifyLive(tx, { kind: "artifacts", projectId: ctx.project.id, runId });
  });
}

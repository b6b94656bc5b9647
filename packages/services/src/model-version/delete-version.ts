import { modelVersions, notifyLive, registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import { aliasProtected } from "../alias/alias-protected.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import { emitAlias } from "../webhook/registry-events.ts";
import { getVersion } from "./get-version.ts";

/** Takes a version out of the registry and its free aliases with it. Refused while a protected alias points at it. */
export async function deleteVersion({
  ctx,
  input,
}: VerbArgs<ProjectContext, { name: string; version: number }>): Promise<void> {
  requirePermission(ctx, "model:delete");
  const model = await getModel({ ctx, input });
  await withTx(ctx, async (tx) => {
    await registeredModels.lock(tx, model.id);
    const version = await getVersion({ ctx: { ...ctx, db: tx }, input });
    for (const alias of version.aliases) {
      if (await registeredModels.isProtected(tx, model.id, alias)) {
        throw aliasProtected(ctx, model.name, `The protected alias ${alias} points at this version`);
      }
      await registeredModels.moveAlias(tx, {
        modelId: model.id,
        alias,
        fromVersion: version.number,
        toVersion: null,
        reason: "version deleted",
        movedBy: "",
        movedAt: ctx.clock.now(),
      });
      await emitAlias(tx, ctx, model, { alias, toVersion: null });
    }
    const now = ctx.clock.now();
    await modelVersions.update(tx, model.id, version.number, { archivedAt: now, updatedAt: now });
    if (version.sourceRun !== null) await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: version.sourceRun.id });
    await audit(tx, ctx, {
      action: "modelVersion.delete",
      subject: { kind: "modelVersion", id: `${model.name}/${version.number}` },
    });
    await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
  });
}

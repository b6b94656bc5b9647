import { notifyLive, registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import { aliasProtected } from "../alias/alias-protected.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { emitAlias } from "../webhook/registry-events.ts";
import { getModel } from "./get-model.ts";

/** Deletes a registered model with its versions, for good. Refused while a protected alias points into it. */
export async function deleteModel({ ctx, input }: VerbArgs<ProjectContext, { name: string }>): Promise<void> {
  requirePermission(ctx, "model:delete");
  const model = await getModel({ ctx, input });
  await withTx(ctx, async (tx) => {
    await registeredModels.lock(tx, model.id);
    const { aliases } = await getModel({ ctx: { ...ctx, db: tx }, input });
    if (aliases.some((alias) => alias.isProtected)) {
      throw aliasProtected(ctx, model.name, `${model.name} holds a protected alias and cannot be deleted`);
    }
    await registeredModels.remove(tx, model.id);
    for (const { name: alias } of aliases) await emitAlias(tx, ctx, model, { alias, toVersion: null });
    await audit(tx, ctx, {
      action: "model.delete",
      subject: { kind: "model", id: model.name },
      details: { versionCount: model.versionCount },
    });
    await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
  });
}

import { DomainError, type RegisteredModel } from "@assay/contract";
import { isUniqueViolation, notifyLive, registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import { aliasProtected } from "../alias/alias-protected.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { emitModelTags } from "../webhook/registry-events.ts";
import { getModel } from "./get-model.ts";

export interface ModelChange {
  name: string;
  newName?: string | undefined;
  description?: string | undefined;
  setTags?: Record<string, string> | undefined;
  deleteTag?: string | undefined;
}

/** Renames, describes or tags a registered model. A model with a protected alias keeps its name. */
export async function updateModel({ ctx, input }: VerbArgs<ProjectContext, ModelChange>): Promise<RegisteredModel> {
  requirePermission(ctx, "model:write");
  const model = await getModel({ ctx, input });
  const { name, newName, description, setTags, deleteTag } = input;
  const details = { newName, description, setTags, deleteTag };
  try {
    await withTx(ctx, async (tx) => {
      await registeredModels.lock(tx, model.id);
      const current = await getModel({ ctx: { ...ctx, db: tx }, input });
      if (newName !== undefined && current.aliases.some((alias) => alias.isProtected)) {
        throw aliasProtected(ctx, name, `${name} has a protected alias and keeps its name`);
      }
      const tags = { ...current.tags, ...setTags };
      if (deleteTag !== undefined) delete tags[deleteTag];
      await registeredModels.update(tx, model.id, {
        tags,
        updatedAt: ctx.clock.now(),
        ...(newName === undefined ? {} : { name: newName }),
        ...(description === undefined ? {} : { description }),
      });
      await audit(tx, ctx, {
        action: "model.update",
        subject: { kind: "model", id: name },
        details,
      });
      await emitModelTags(tx, ctx, { ...current, name: newName ?? name }, { setTags, deleteTag });
      await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("ALREADY_EXISTS", `Registered Model (name=${newName}) already exists`, { field: "new_name" });
  }
  return getModel({ ctx, input: { name: newName ?? name } });
}

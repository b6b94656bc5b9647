import { DomainError, ModelId, type RegisteredModel } from "@assay/contract";
import { isUniqueViolation, notifyLive, registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { emitModelCreated } from "../webhook/registry-events.ts";
import { getModel } from "./get-model.ts";

export interface NewModelInput {
  name: string;
  description: string;
  tags: Record<string, string>;
}

export async function createModel({ ctx, input }: VerbArgs<ProjectContext, NewModelInput>): Promise<RegisteredModel> {
  requirePermission(ctx, "model:write");
  const { name, description, tags } = input;
  try {
    await withTx(ctx, async (tx) => {
      await registeredModels.create(tx, {
        id: ModelId.parse(ctx.ids.uuid()),
        workspaceId: ctx.workspace.id,
        projectId: ctx.project.id,
        name,
        description,
        tags,
        createdAt: ctx.clock.now(),
      });
      await audit(tx, ctx, { action: "model.create", subject: { kind: "model", id: name } });
      await emitModelCreated(tx, ctx, { name, description, tags });
      await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("ALREADY_EXISTS", `Registered Model (name=${name}) already exists`, { field: "name" });
  }
  return getModel({ ctx, input: { name } });
}

import { type ModelId, notFound, type RegisteredModel } from "@assay/contract";
import { registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** A registered model by the id that outlives its renamings. */
export async function getModelById({
  ctx,
  input,
}: VerbArgs<ProjectContext, { modelId: ModelId }>): Promise<RegisteredModel> {
  requirePermission(ctx, "model:read");
  const model = await registeredModels.findById(ctx.db, ctx.project.id, input.modelId);
  if (model === null) throw notFound("Registered model");
  return model;
}

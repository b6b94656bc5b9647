import { notFound, type RegisteredModel } from "@assay/contract";
import { registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

export async function getModel({ ctx, input }: VerbArgs<ProjectContext, { name: string }>): Promise<RegisteredModel> {
  requirePermission(ctx, "model:read");
  const model = await registeredModels.findByName(ctx.db, ctx.project.id, input.name);
  if (model === null) throw notFound(`Registered Model with name=${input.name}`);
  return model;
}

import type { AliasEvent } from "@assay/contract";
import { registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";

/** Every move of a model's aliases, newest first. */
export async function listAliasEvents({
  ctx,
  input,
}: VerbArgs<ProjectContext, { name: string }>): Promise<AliasEvent[]> {
  requirePermission(ctx, "model:read");
  const model = await getModel({ ctx, input });
  return registeredModels.aliasEvents(ctx.db, model.id);
}

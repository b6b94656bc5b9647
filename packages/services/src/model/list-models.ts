import type { RegisteredModel } from "@assay/contract";
import { registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext } from "../context.ts";

/** All registered models of the project, by name. */
export async function listModels({ ctx }: { ctx: ProjectContext }): Promise<RegisteredModel[]> {
  requirePermission(ctx, "model:read");
  return registeredModels.list(ctx.db, ctx.project.id);
}

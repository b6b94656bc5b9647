import type { Page, RegisteredModel } from "@assay/contract";
import { registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type EntityPageInput, entityPage } from "../search/entity-page.ts";

/** One page of the project's registered models, filtered and sorted. */
export async function searchModels({
  ctx,
  input,
}: VerbArgs<ProjectContext, EntityPageInput<"registeredModel">>): Promise<Page<RegisteredModel>> {
  requirePermission(ctx, "model:read");
  const { items, nextCursor } = await entityPage(ctx, "registeredModel", input);
  return { items: await registeredModels.findMany(ctx.db, ctx.project.id, items), nextCursor };
}

import type { Page } from "@assay/contract";
import { loggedModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type EntityPageInput, entityPage } from "../search/entity-page.ts";
import type { LoggedModelRecord } from "./get-logged-model.ts";

/** One page of the logged models of some experiments, filtered and sorted. */
export async function searchLoggedModels({
  ctx,
  input,
}: VerbArgs<ProjectContext, EntityPageInput<"loggedModel">>): Promise<Page<LoggedModelRecord>> {
  requirePermission(ctx, "run:read");
  const { items, nextCursor } = await entityPage(ctx, "loggedModel", input);
  return { items: await loggedModels.findMany(ctx.db, ctx.project.id, items), nextCursor };
}

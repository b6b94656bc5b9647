import type { Page } from "@assay/contract";
import { modelVersions } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type EntityPageInput, entityPage } from "../search/entity-page.ts";
import type { VersionRecord } from "./get-version.ts";

/** One page of the project's model versions, of all models, filtered and sorted. */
export async function searchVersions({
  ctx,
  input,
}: VerbArgs<ProjectContext, EntityPageInput<"modelVersion">>): Promise<Page<VersionRecord>> {
  requirePermission(ctx, "model:read");
  const { items, nextCursor } = await entityPage(ctx, "modelVersion", input);
  return { items: await modelVersions.findMany(ctx.db, ctx.project.id, items), nextCursor };
}

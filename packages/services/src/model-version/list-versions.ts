import { modelVersions } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import type { VersionRecord } from "./get-version.ts";

/** A model's versions, newest first, at most 1,000. */
export async function listVersions({
  ctx,
  input,
}: VerbArgs<ProjectContext, { name: string }>): Promise<VersionRecord[]> {
  requirePermission(ctx, "model:read");
  const model = await getModel({ ctx, input });
  return modelVersions.list(ctx.db, ctx.project.id, { modelId: model.id }, 1_000);
}

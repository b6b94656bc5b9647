import type { ModelId, RegisteredModel } from "@assay/contract";
import { modelVersions } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import type { VersionRecord } from "./get-version.ts";

/** The newest version in each stage of each model, by model and in the order of their numbers. */
export async function latestVersions({
  ctx,
  input,
}: VerbArgs<ProjectContext, { models: readonly RegisteredModel[] }>): Promise<Map<ModelId, VersionRecord[]>> {
  requirePermission(ctx, "model:read");
  const ids = await modelVersions.latestByStage(
    ctx.db,
    input.models.map((model) => model.id),
  );
  const found = await modelVersions.findMany(ctx.db, ctx.project.id, ids);
  const byName = Map.groupBy(found, (version) => version.modelName);
  return new Map(
    input.models.map((model) => [model.id, (byName.get(model.name) ?? []).sort((a, b) => a.number - b.number)]),
  );
}

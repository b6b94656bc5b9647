import type { ModelId, RegisteredModel } from "@assay/contract";
import { modelVersions } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import type { VersionRecord } from "./get-version.ts";

const STAGE_ALIASES = new Set(["staging", "production"]);

/** The newest version of each model and those its stage aliases point at, by model; in one query for all. */
export async function latestVersions({
  ctx,
  input,
}: VerbArgs<ProjectContext, { models: readonly RegisteredModel[] }>): Promise<Map<ModelId, VersionRecord[]>> {
  requirePermission(ctx, "model:read");
  const idsOf = new Map(input.models.map((model) => [model.id, versionIds(model)]));
  const found = await modelVersions.findMany(ctx.db, ctx.project.id, [...idsOf.values()].flat());
  const byKey = new Map(found.map((version) => [`${version.modelName}/${version.number}`, version]));
  return new Map(
    input.models.map((model) => {
      const ids = idsOf.get(model.id) ?? [];
      return [model.id, ids.flatMap((id) => byKey.get(`${model.name}/${id.slice(id.indexOf("/") + 1)}`) ?? [])];
    }),
  );
}

function versionIds(model: RegisteredModel): string[] {
  const staged = model.aliases.filter((alias) => STAGE_ALIASES.has(alias.name)).map((alias) => alias.version);
  const numbers = new Set(model.latestVersion === null ? staged : [...staged, model.latestVersion]);
  return [...numbers].sort((a, b) => a - b).map((number) => `${model.id}/${number}`);
}

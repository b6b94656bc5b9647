import { notFound } from "@assay/contract";
import { modelVersions } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";

export type VersionRecord = NonNullable<Awaited<ReturnType<typeof modelVersions.find>>>;

export async function getVersion({
  ctx,
  input,
}: VerbArgs<ProjectContext, { name: string; version: number }>): Promise<VersionRecord> {
  requirePermission(ctx, "model:read");
  const model = await getModel({ ctx, input });
  const version = await modelVersions.find(ctx.db, ctx.project.id, model.id, input.version);
  if (version === null) throw notFound(`Model Version (name=${input.name}, version=${input.version})`);
  return version;
}

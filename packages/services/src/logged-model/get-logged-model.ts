import { type LoggedModelId, notFound } from "@assay/contract";
import { loggedModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

export type LoggedModelRecord = NonNullable<Awaited<ReturnType<typeof loggedModels.find>>>;

export async function getLoggedModel({
  ctx,
  input,
}: VerbArgs<ProjectContext, { loggedModelId: LoggedModelId }>): Promise<LoggedModelRecord> {
  requirePermission(ctx, "run:read");
  const model = await loggedModels.find(ctx.db, ctx.project.id, input.loggedModelId);
  if (model === null) throw notFound(`Logged model ${input.loggedModelId}`);
  return model;
}

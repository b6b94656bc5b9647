import { modelVersions, notifyLive, registeredModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import { emitVersionTags } from "../webhook/registry-events.ts";
import { getVersion, type VersionRecord } from "./get-version.ts";

export interface VersionChange {
  name: string;
  version: number;
  description?: string | undefined;
  setTags?: Record<string, string> | undefined;
  deleteTag?: string | undefined;
}

/** Describes or tags a version. Nothing else about it can change. */
export async function updateVersion({ ctx, input }: VerbArgs<ProjectContext, VersionChange>): Promise<VersionRecord> {
  requirePermission(ctx, "model:write");
  const model = await getModel({ ctx, input });
  const { name, version, description, setTags, deleteTag } = input;
  const details = { description, setTags, deleteTag };
  await withTx(ctx, async (tx) => {
    await registeredModels.lock(tx, model.id);
    const current = await getVersion({ ctx: { ...ctx, db: tx }, input });
    const tags = { ...current.tags, ...setTags };
    if (deleteTag !== undefined) delete tags[deleteTag];
    await modelVersions.update(tx, model.id, version, {
      tags,
      updatedAt: ctx.clock.now(),
      ...(input.description === undefined ? {} : { description: input.description }),
    });
    await audit(tx, ctx, {
      action: "modelVersion.update",
      subject: { kind: "modelVersion", id: `${name}/${version}` },
      details,
    });
    await emitVersionTags(tx, ctx, model, { number: version, setTags, deleteTag });
    await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
  });
  return getVersion({ ctx, input });
}

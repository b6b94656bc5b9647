import { lineage, modelVersions, notifyLive, registeredModels, type Store } from "@assay/db";
import { actorName } from "../access/actor-label.ts";
import { audit } from "../access/transaction.ts";
import type { ProjectContext } from "../context.ts";
import type { getModel } from "../model/get-model.ts";
import { stageOfAlias } from "../model-version/stage.ts";
import { emitAlias } from "../webhook/registry-events.ts";
import { aliasProtected } from "./alias-protected.ts";

export interface AliasChange {
  model: Awaited<ReturnType<typeof getModel>>;
  alias: string;
  toVersion: number | null;
  reason: string;
  /** Whether versions keep the stage that the alias stands for when they lose the alias. */
  keepsStages?: boolean;
}

/**
 * Moves or removes an alias in the caller's transaction: refuses protected ones, keeps the history, writes the audit
 * entry and has the lineage of the runs on both ends built anew. Every way to change an alias comes through here.
 */
export async function changeAlias(tx: Store, ctx: ProjectContext, change: AliasChange): Promise<void> {
  const { model, alias, toVersion, reason, keepsStages = false } = change;
  await registeredModels.lock(tx, model.id);
  if (await registeredModels.isProtected(tx, model.id, alias)) {
    throw aliasProtected(ctx, model.name, `The alias ${alias} of ${model.name} is protected`);
  }
  const fromVersion = await registeredModels.aliasTarget(tx, model.id, alias);
  if (fromVersion === toVersion) return;
  const movedBy = actorName(ctx.actor);
  await registeredModels.moveAlias(tx, {
    modelId: model.id,
    alias,
    fromVersion,
    toVersion,
    reason,
    movedBy,
    movedAt: ctx.clock.now(),
  });
  const stage = stageOfAlias(alias);
  if (stage !== undefined) {
    await modelVersions.restage(tx, { modelId: model.id, stage, number: toVersion, keepsStages });
  }
  const touched = [fromVersion, toVersion].filter((number) => number !== null);
  for (const runId of await lineage.sourceRunsOf(tx, model.id, touched)) {
    await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
  }
  await audit(tx, ctx, {
    action: toVersion === null ? "alias.remove" : "alias.move",
    subject: { kind: "alias", id: `${model.name}@${alias}` },
    details: { fromVersion, toVersion, reason },
  });
  await emitAlias(tx, ctx, model, { alias, toVersion });
  await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
}

import { DomainError } from "@assay/contract";
import { lineage, notifyLive, registeredModels, type Store } from "@assay/db";
import { actorName } from "../access/actor-label.ts";
import { audit } from "../access/transaction.ts";
import type { ProjectContext } from "../context.ts";
import type { getModel } from "../model/get-model.ts";

export interface AliasChange {
  model: Awaited<ReturnType<typeof getModel>>;
  alias: string;
  toVersion: number | null;
  reason: string;
}

/**
 * Moves or removes an alias in the caller's transaction: refuses protected ones, keeps the history, writes the audit
 * entry and has the lineage of the runs on both ends built anew. Every way to change an alias comes through here.
 */
export async function changeAlias(tx: Store, ctx: ProjectContext, change: AliasChange): Promise<void> {
  const { model, alias, toVersion, reason } = change;
  await registeredModels.lock(tx, model.id);
  if (await registeredModels.isProtected(tx, model.id, alias)) {
    throw new DomainError("ALIAS_PROTECTED", `The alias ${alias} of ${model.name} is protected`, {
      remedy: `request a promotion at /${ctx.workspace.slug}/${ctx.project.slug}/models/${encodeURIComponent(model.name)}`,
    });
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
  const touched = [fromVersion, toVersion].filter((number) => number !== null);
  for (const runId of await lineage.sourceRunsOf(tx, model.id, touched)) {
    await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
  }
  await audit(tx, ctx, {
    action: toVersion === null ? "alias.remove" : "alias.move",
    subject: { kind: "alias", id: `${model.name}@${alias}` },
    details: { fromVersion, toVersion, reason },
  });
  await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
}

import { type ImportNote, ModelId, type RegisteredModel } from "@assay/contract";
import { modelVersions, notifyLive, registeredModels, type Store } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import { changeAlias } from "../alias/change-alias.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import { type ModelStage, STAGE_ALIASES } from "../model-version/stage.ts";
import { importNote } from "./import-note.ts";

export interface ImportedModel {
  name: string;
  description: string;
  tags: Record<string, string>;
  createdAtMs: number;
  updatedAtMs: number;
}

/** Brings a registered model, ahead of its versions; one of the same name is gone on with. */
export async function importModel({
  ctx,
  input,
}: VerbArgs<ProjectContext, { model: ImportedModel }>): Promise<RegisteredModel> {
  requirePermission(ctx, "project:manage");
  const { createdAtMs, updatedAtMs, ...model } = input.model;
  const updatedAt = new Date(updatedAtMs);
  return withTelemetryTx(ctx, async (tx) => {
    const known = await registeredModels.findByName(tx, ctx.project.id, model.name);
    if (known === null) {
      const id = ModelId.parse(ctx.ids.uuid());
      const place = { workspaceId: ctx.workspace.id, projectId: ctx.project.id };
      await registeredModels.create(tx, { ...model, ...place, id, createdAt: new Date(createdAtMs) });
      await registeredModels.update(tx, id, { updatedAt });
    } else {
      const { description } = model;
      const tags = { ...known.tags, ...model.tags };
      await registeredModels.update(tx, known.id, { ...(description === "" ? {} : { description }), tags, updatedAt });
    }
    await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
    return getModel({ ctx: { ...ctx, db: tx }, input: { name: model.name } });
  });
}

export interface ImportedPointers {
  name: string;
  aliases: readonly { alias: string; version: number }[];
  stages: readonly { version: number; stage: ModelStage }[];
  updatedAtMs: number;
}

/**
 * Points a model's aliases at its versions and puts those into their stages. What a protected alias stands for moves
 * through a promotion only; answers what therefore did not come.
 */
export async function importPointers({
  ctx,
  input,
}: VerbArgs<ProjectContext, ImportedPointers>): Promise<ImportNote[]> {
  requirePermission(ctx, "project:manage");
  const { name, aliases, stages } = input;
  return withTelemetryTx(ctx, async (tx) => {
    const model = await getModel({ ctx: { ...ctx, db: tx }, input: { name } });
    const notes: ImportNote[] = [];
    for (const { alias, version } of aliases) {
      if (await registeredModels.isProtected(tx, model.id, alias)) notes.push(guarded("aliases", `${name}@${alias}`));
      else await changeAlias(tx, ctx, { model, alias, toVersion: version, reason: "import", keepsStages: true });
    }
    for (const { version, stage } of stages) {
      if (await isGuarded(tx, model.id, stage)) notes.push(guarded("stages", `${name}/${version} ${stage}`));
      else await giveStage(tx, ctx, { modelId: model.id, version, stage });
    }
    await registeredModels.update(tx, model.id, { updatedAt: new Date(input.updatedAtMs) });
    return notes;
  });
}

const guarded = (what: string, detail: string): ImportNote =>
  importNote("missing", what, "the alias is protected here and moves through a promotion only", detail);

async function isGuarded(tx: Store, modelId: ModelId, stage: ModelStage): Promise<boolean> {
  const alias = STAGE_ALIASES[stage];
  return alias !== undefined && registeredModels.isProtected(tx, modelId, alias);
}

async function giveStage(
  tx: Store,
  ctx: ProjectContext,
  { modelId, version, stage }: { modelId: ModelId; version: number; stage: ModelStage },
): Promise<void> {
  const current = await modelVersions.find(tx, ctx.project.id, modelId, version);
  if (current === null || current.stage === stage) return;
  const updatedAt = new Date(current.updatedAtMs);
  await modelVersions.setStage(tx, { modelId, number: version, stage, archivesOthers: false, updatedAt });
  await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
}

import { invalidInput } from "@assay/contract";
import { modelVersions, notifyLive, registeredModels, type Store } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import { type AliasChange, changeAlias } from "../alias/change-alias.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import { getVersion, type VersionRecord } from "./get-version.ts";
import { type ModelStage, STAGE_ALIASES } from "./stage.ts";

interface Input {
  name: string;
  version: number;
  stage: ModelStage;
  /** Whether versions that hold the stage now become Archived. */
  archivesOthers: boolean;
}

/** Moves a version to a stage, and the stage's alias with it through the same gate as any alias move. */
export async function transitionStage({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<VersionRecord> {
  requirePermission(ctx, "alias:move");
  const { name, version, stage, archivesOthers } = input;
  if (archivesOthers && STAGE_ALIASES[stage] === undefined) {
    throw invalidInput(
      `Model version transition cannot archive existing model versions because '${stage}' is not an Active stage. Valid stages are Staging and Production`,
      "archive_existing_versions",
    );
  }
  const model = await getModel({ ctx, input });
  await withTx(ctx, async (tx) => {
    await registeredModels.lock(tx, model.id);
    const current = await getVersion({ ctx: { ...ctx, db: tx }, input });
    await moveStageAliases(tx, ctx, { model, current, stage });
    const updatedAt = ctx.clock.now();
    await modelVersions.setStage(tx, { modelId: model.id, number: version, stage, archivesOthers, updatedAt });
    await registeredModels.update(tx, model.id, { updatedAt });
    await audit(tx, ctx, {
      action: "modelVersion.stage",
      subject: { kind: "modelVersion", id: `${name}/${version}` },
      details: { fromStage: current.stage, toStage: stage, archivesOthers },
    });
    await notifyLive(tx, { kind: "registry", projectId: ctx.project.id, runId: null });
  });
  return getVersion({ ctx, input });
}

interface StageMove extends Pick<AliasChange, "model"> {
  current: VersionRecord;
  stage: ModelStage;
}

/** The version comes to hold the alias of its new stage and no other's; what others hold is left to the caller. */
async function moveStageAliases(tx: Store, ctx: ProjectContext, { model, current, stage }: StageMove): Promise<void> {
  const reason = `stage ${stage}`;
  const wanted = STAGE_ALIASES[stage];
  for (const held of Object.values(STAGE_ALIASES)) {
    if (held === wanted || !current.aliases.includes(held)) continue;
    await changeAlias(tx, ctx, { model, alias: held, toVersion: null, reason, keepsStages: true });
  }
  if (wanted === undefined) return;
  await changeAlias(tx, ctx, { model, alias: wanted, toVersion: current.number, reason, keepsStages: true });
}

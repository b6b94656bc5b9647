import { requirePermission } from "../access/require-permission.ts";
import { withTx } from "../access/transaction.ts";
import { moveAlias } from "../alias/move-alias.ts";
import { removeAlias } from "../alias/remove-alias.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getVersion, type VersionRecord } from "./get-version.ts";
import { listVersions } from "./list-versions.ts";
import { updateVersion } from "./update-version.ts";

export const MODEL_STAGES = ["None", "Staging", "Production", "Archived"] as const;
export type ModelStage = (typeof MODEL_STAGES)[number];
export const STAGE_TAG = "mlflow.stage";

/** The alias that stands for a stage; only these two have one. */
const ALIAS_OF: Partial<Record<ModelStage, string>> = { Staging: "staging", Production: "production" };

interface Input {
  name: string;
  version: number;
  stage: ModelStage;
  /** Whether versions that hold the stage now become Archived. */
  archivesOthers: boolean;
}

/**
 * A version's stage as older clients know it. Staging and Production are where the aliases `staging` and `production`
 * point, so that a protected alias protects its stage; a tag alone never makes a version Production.
 */
export function stageOf(version: Pick<VersionRecord, "aliases" | "tags">): ModelStage {
  if (version.aliases.includes("production")) return "Production";
  if (version.aliases.includes("staging")) return "Staging";
  return version.tags[STAGE_TAG] === "Archived" ? "Archived" : "None";
}

/** Moves a version to a stage by moving the stage's alias, through the same gate as any alias move. */
export async function transitionStage({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<VersionRecord> {
  requirePermission(ctx, "alias:move");
  await withTx(ctx, async (tx) => {
    const inTx = { ...ctx, db: tx };
    const holders = await holdersOf(inTx, input);
    await moveStageAlias(inTx, input);
    await tagStage(inTx, input, input.version, input.stage);
    for (const number of holders) await tagStage(inTx, input, number, input.archivesOthers ? "Archived" : "None");
  });
  return getVersion({ ctx, input });
}

/** The other versions that hold the stage now. */
async function holdersOf(ctx: ProjectContext, { name, version, stage }: Input): Promise<number[]> {
  const alias = ALIAS_OF[stage];
  if (alias === undefined) return [];
  const holders = (await listVersions({ ctx, input: { name } })).filter((one) => one.aliases.includes(alias));
  return holders.map((one) => one.number).filter((number) => number !== version);
}

async function moveStageAlias(ctx: ProjectContext, { name, version, stage }: Input): Promise<void> {
  const { aliases } = await getVersion({ ctx, input: { name, version } });
  const alias = ALIAS_OF[stage];
  for (const held of Object.values(ALIAS_OF)) {
    if (held !== alias && aliases.includes(held)) await removeAlias({ ctx, input: { name, alias: held } });
  }
  if (alias !== undefined) await moveAlias({ ctx, input: { name, version, alias, reason: `stage ${stage}` } });
}

async function tagStage(ctx: ProjectContext, { name }: Input, version: number, stage: ModelStage): Promise<void> {
  await updateVersion({ ctx, input: { name, version, setTags: { [STAGE_TAG]: stage } } });
}

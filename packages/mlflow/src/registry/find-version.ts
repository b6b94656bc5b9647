import { invalidInput, notFound, type RegisteredModel } from "@assay/contract";
import {
  getModel,
  getVersion,
  latestVersions,
  MODEL_STAGES,
  type ProjectContext,
  type VersionRecord,
} from "@assay/services";
import { toVersionNumber } from "../wire/to-version-number.ts";

/** One version of a registered model, in any of the ways that a `models:/` URI has for it. */
export type VersionRef = { name: string } & ({ alias: string } | { suffix: string });

const LATEST = "latest";

/** Reads `<name>@<alias>` or `<name>/<version, stage or latest>`; null for anything else. */
export function parseVersionRef(text: string): VersionRef | null {
  const [, name = "", mark, rest = ""] = /^([^/@]+)([/@])([^/]+)$/s.exec(text) ?? [];
  if (mark === undefined) return null;
  return mark === "@" ? { name, alias: rest } : { name, suffix: rest };
}

/** The version that is meant now. */
export async function findVersion(ctx: ProjectContext, ref: VersionRef): Promise<VersionRecord> {
  const { name } = ref;
  const model = await getModel({ ctx, input: { name } });
  if ("alias" in ref) return findAliased(ctx, model, ref.alias);
  const { suffix } = ref;
  if (suffix.toLowerCase() === LATEST) return findNewest(ctx, model);
  const stage = MODEL_STAGES.find((one) => one.toLowerCase() === suffix.toLowerCase());
  if (stage === undefined) return getVersion({ ctx, input: { name, version: toVersionNumber(suffix) } });
  const inStage = (await newest(ctx, model)).find((version) => version.stage === stage);
  if (inStage === undefined) throw notFound(`Version of model ${name} in stage ${stage}`);
  return inStage;
}

/** The version an alias points at; `latest`, which no alias may be called, is the one with the highest number. */
export async function findAliased(ctx: ProjectContext, model: RegisteredModel, alias: string): Promise<VersionRecord> {
  if (alias.toLowerCase() === LATEST) return findNewest(ctx, model);
  const found = model.aliases.find((one) => one.name === alias);
  if (found === undefined) throw invalidInput(`Registered model alias ${alias.slice(0, 255)} not found.`, "alias");
  return getVersion({ ctx, input: { name: model.name, version: found.version } });
}

async function findNewest(ctx: ProjectContext, model: RegisteredModel): Promise<VersionRecord> {
  const found = (await newest(ctx, model)).at(-1);
  if (found === undefined) throw notFound(`Latest version of model ${model.name}`);
  return found;
}

/** The newest of each stage, by number. */
const newest = async (ctx: ProjectContext, model: RegisteredModel): Promise<VersionRecord[]> =>
  (await latestVersions({ ctx, input: { models: [model] } })).get(model.id) ?? [];

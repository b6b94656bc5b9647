import { AliasName, LIMITS, ModelName } from "@assay/contract";
import type { ImportedModel, ModelStage } from "@assay/services";
import { MODEL_STAGES } from "@assay/services";
import { UnreadableError } from "../files/file-reader.ts";
import type { SourceModel, SourceVersion } from "../source/mlflow-source.ts";
import { fitEntries, fitText } from "./fit-entries.ts";
import { fitTime } from "./fit-time.ts";
import type { Notes } from "./notes.ts";

/** By which MLflow marks a prompt, which it keeps among its models. */
const PROMPT_TAG = "mlflow.prompt.is_prompt";

export const isPrompt = ({ tags }: SourceModel): boolean =>
  tags.some(({ key, value }) => key === PROMPT_TAG && value.toLowerCase() === "true");

/** @throws UnreadableError when the model cannot come at all. */
export function fitModel(model: SourceModel, notes: Notes): ImportedModel {
  const name = ModelName.safeParse(model.name);
  if (!name.success || name.data !== model.name) {
    throw new UnreadableError(name.error?.issues[0]?.message ?? "a model's name has no spaces around it");
  }
  const createdAtMs = fitTime(model.createdAtMs, 0, "registered models", notes);
  return {
    name: name.data,
    ...registryText(model, "registered models", notes),
    createdAtMs,
    updatedAtMs: fitTime(model.updatedAtMs, createdAtMs, "registered models", notes),
  };
}

/** Description and tags, which models and versions have alike. */
export function registryText(
  { description, tags }: Pick<SourceModel, "description" | "tags">,
  what: string,
  notes: Notes,
): { description: string; tags: Record<string, string> } {
  return {
    description: fitText(description, { what, maxLength: LIMITS.noteLength, notes, detail: "description" }),
    tags: fitEntries(tags, { what: `tags of ${what}`, maxLength: LIMITS.registryTagValueLength, notes }),
  };
}

/** The aliases that can be here and point at versions that came. */
export function fitAliases(
  { name, aliases }: SourceModel,
  came: ReadonlySet<number>,
  notes: Notes,
): { alias: string; version: number }[] {
  return aliases.filter(({ alias, version }) => {
    const parsed = AliasName.safeParse(alias);
    if (!parsed.success) notes.missing("aliases", parsed.error.issues[0]?.message ?? "", `${name}@${alias}`);
    else if (!came.has(version)) notes.missing("aliases", "its version did not come", `${name}@${alias}`);
    else return true;
    return false;
  });
}

export function fitStage({ stage }: SourceVersion): ModelStage {
  return MODEL_STAGES.find((one) => one === stage) ?? "None";
}

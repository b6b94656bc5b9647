import type { RegisteredModel, WebhookEvent } from "@assay/contract";
import type { Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { emit } from "./emit.ts";

type Tags = Record<string, string>;

const IS_PROMPT = "mlflow.prompt.is_prompt";
const PROMPT_TYPE = "_mlflow_prompt_type";
const PROMPT_TEXT = "mlflow.prompt.text";

/** MLflow keeps a prompt as a registered model with this tag, and tells of it under other names. */
const isPrompt = (tags: Tags): boolean =>
  (Object.hasOwn(tags, IS_PROMPT) ? tags[IS_PROMPT] : "")?.toLowerCase() === "true";

/** A prompt's tags but for those that make it one. */
const plainTags = (tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => ![IS_PROMPT, PROMPT_TYPE, PROMPT_TEXT].includes(key)));

interface NewModel {
  name: string;
  description: string;
  tags: Tags;
}

export function emitModelCreated(tx: Store, ctx: ProjectContext, { name, description, tags }: NewModel): Promise<void> {
  if (!isPrompt(tags)) return emit(tx, ctx, "registered_model.created", () => ({ name, tags, description }));
  return emit(tx, ctx, "prompt.created", () => ({ name, tags: plainTags(tags), description }));
}

interface NewVersion extends NewModel {
  number: number;
  source: string;
  runId: string | null;
}

export function emitVersionCreated(tx: Store, ctx: ProjectContext, version: NewVersion): Promise<void> {
  const { name, tags, source, runId } = version;
  const common = { name, version: String(version.number) };
  const description = version.description === "" ? null : version.description;
  if (!isPrompt(tags)) {
    const data = { ...common, source, run_id: runId, tags, description };
    return emit(tx, ctx, "model_version.created", () => data);
  }
  const template = tags[PROMPT_TEXT] ?? null;
  return emit(tx, ctx, "prompt_version.created", () => ({ ...common, template, tags: plainTags(tags), description }));
}

interface TagChange {
  setTags?: Tags | undefined;
  deleteTag?: string | undefined;
}

/** Tags of models are told of for prompts only, as MLflow does. */
export async function emitModelTags(
  tx: Store,
  ctx: ProjectContext,
  model: Pick<RegisteredModel, "name" | "tags">,
  change: TagChange,
): Promise<void> {
  if (isPrompt(model.tags)) await emitTags(tx, ctx, "prompt_tag", { name: model.name }, change);
}

export function emitVersionTags(
  tx: Store,
  ctx: ProjectContext,
  model: Pick<RegisteredModel, "name" | "tags">,
  change: TagChange & { number: number },
): Promise<void> {
  const entity = isPrompt(model.tags) ? "prompt_version_tag" : "model_version_tag";
  return emitTags(tx, ctx, entity, { name: model.name, version: String(change.number) }, change);
}

async function emitTags(
  tx: Store,
  ctx: ProjectContext,
  entity: "prompt_tag" | "prompt_version_tag" | "model_version_tag",
  subject: { name: string; version?: string },
  { setTags = {}, deleteTag }: TagChange,
): Promise<void> {
  for (const [key, value] of Object.entries(setTags)) {
    await emit(tx, ctx, `${entity}.set`, () => ({ ...subject, key, value }));
  }
  if (deleteTag !== undefined) await emit(tx, ctx, `${entity}.deleted`, () => ({ ...subject, key: deleteTag }));
}

/** An alias that points at another version by now, or at none. */
export function emitAlias(
  tx: Store,
  ctx: ProjectContext,
  model: Pick<RegisteredModel, "name" | "tags">,
  { alias, toVersion }: { alias: string; toVersion: number | null },
): Promise<void> {
  const entity = isPrompt(model.tags) ? "prompt_alias" : "model_version_alias";
  const event: WebhookEvent = `${entity}.${toVersion === null ? "deleted" : "created"}`;
  const data = { name: model.name, alias, ...(toVersion === null ? {} : { version: String(toVersion) }) };
  return emit(tx, ctx, event, () => data);
}

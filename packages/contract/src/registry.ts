import { z } from "zod";
import { ArtifactFile } from "./artifact.ts";
import { LoggedModelId, ModelId, RunId, Sha256 } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { RunRef } from "./run.ts";
import { entryMap, Slug, storedText } from "./text.ts";

/** A registered model's name; it is part of URLs and of `models:/name/1`. */
export const ModelName = z
  .string()
  .trim()
  .min(1, "model name must not be empty")
  .max(LIMITS.nameLength)
  .regex(/^[^/:\\\p{Cc}]+$/u, "model name must not contain / : \\ or control characters")
  .refine((name) => name !== "." && name !== ".." && name.isWellFormed(), "model name must not be . or ..");

/** A movable name such as `production`; never `latest` and nothing that looks like a version. */
export const AliasName = z
  .string()
  .min(1, "alias must not be empty")
  .max(255)
  .regex(/^[\w-]+$/, "alias may hold letters, digits, _ and -")
  .refine((name) => !/^(latest|v\d+)$/i.test(name), "alias must not be `latest` or look like a version (v1)");

export const Alias = z.object({
  name: z.string(),
  version: z.number().int(),
  isProtected: z.boolean(),
  movedAtMs: z.number(),
  movedBy: z.string(),
});
export type Alias = z.infer<typeof Alias>;

export const RegisteredModel = z.object({
  id: ModelId,
  name: z.string(),
  description: z.string(),
  tags: z.record(z.string(), z.string()),
  aliases: z.array(Alias),
  latestVersion: z.number().int().nullable(),
  versionCount: z.number().int(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
});
export type RegisteredModel = z.infer<typeof RegisteredModel>;

export const ModelVersion = z.object({
  modelName: z.string(),
  number: z.number().int(),
  description: z.string(),
  aliases: z.array(z.string()),
  sourceRun: RunRef.nullable(),
  loggedModelId: LoggedModelId.nullable(),
  /** Folder in the source run's artifacts when the model is not a logged model. */
  artifactPath: z.string(),
  rootDigest: Sha256,
  fileCount: z.number(),
  sizeBytes: z.number(),
  tags: z.record(z.string(), z.string()),
  createdBy: z.string(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
});
export type ModelVersion = z.infer<typeof ModelVersion>;

/** A version with its immutable file manifest, ordered by path. */
export const ModelVersionDetail = ModelVersion.extend({
  files: z.array(ArtifactFile.pick({ path: true, sizeBytes: true, sha256: true })),
});
export type ModelVersionDetail = z.infer<typeof ModelVersionDetail>;

export const RegisteredModelInput = z.strictObject({ workspace: Slug, project: Slug, name: ModelName });
export type RegisteredModelInput = z.infer<typeof RegisteredModelInput>;

export const CreateRegisteredModelInput = RegisteredModelInput.extend({
  description: storedText(LIMITS.noteLength).default(""),
  tags: entryMap(LIMITS.tagValueLength).default({}),
});
export type CreateRegisteredModelInput = z.infer<typeof CreateRegisteredModelInput>;

/** Takes the files from a logged model, a folder of a run's artifacts, or another version as it was frozen. */
export const RegisterVersionInput = RegisteredModelInput.extend({
  source: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("loggedModel"), loggedModelId: LoggedModelId }),
    z.strictObject({ kind: z.literal("runArtifacts"), runId: RunId, path: storedText(2_000) }),
    z.strictObject({ kind: z.literal("version"), name: ModelName, version: z.number().int().min(1) }),
  ]),
  description: storedText(LIMITS.noteLength).default(""),
  tags: entryMap(LIMITS.tagValueLength).default({}),
});
export type RegisterVersionInput = z.infer<typeof RegisterVersionInput>;

export const ModelVersionInput = RegisteredModelInput.extend({ version: z.number().int().min(1) });
export type ModelVersionInput = z.infer<typeof ModelVersionInput>;

export const MoveAliasInput = ModelVersionInput.extend({
  alias: AliasName,
  reason: storedText(2_000).default(""),
});
export type MoveAliasInput = z.infer<typeof MoveAliasInput>;

export const RemoveAliasInput = RegisteredModelInput.extend({ alias: AliasName });
export type RemoveAliasInput = z.infer<typeof RemoveAliasInput>;

/** One entry of an alias' history; `toVersion` is null when the alias was removed. */
export const AliasEvent = z.object({
  alias: z.string(),
  fromVersion: z.number().int().nullable(),
  toVersion: z.number().int().nullable(),
  reason: z.string(),
  movedBy: z.string(),
  movedAtMs: z.number(),
});
export type AliasEvent = z.infer<typeof AliasEvent>;

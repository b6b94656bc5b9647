import { z } from "zod";
import { LoggedModelId, RunId, Sha256 } from "./ids.ts";
import { Slug, storedText } from "./text.ts";

/** What a file tree belongs to. */
export const ArtifactOwner = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("run"), runId: RunId }),
  z.strictObject({ kind: z.literal("loggedModel"), loggedModelId: LoggedModelId }),
]);
export type ArtifactOwner = z.infer<typeof ArtifactOwner>;

export const ArtifactFile = z.object({
  path: z.string(),
  sizeBytes: z.number(),
  sha256: Sha256,
  contentType: z.string(),
  createdAtMs: z.number(),
});
export type ArtifactFile = z.infer<typeof ArtifactFile>;

/** A file or folder directly below a listed folder; folders have no digest. */
export const ArtifactEntry = z.object({
  name: z.string(),
  path: z.string(),
  isFolder: z.boolean(),
  sizeBytes: z.number(),
  sha256: Sha256.nullable(),
});
export type ArtifactEntry = z.infer<typeof ArtifactEntry>;

export const ListArtifactsInput = z.strictObject({
  workspace: Slug,
  project: Slug,
  owner: ArtifactOwner,
  /** Folder to list; the root when empty. */
  path: storedText(2_000).default(""),
});
export type ListArtifactsInput = z.infer<typeof ListArtifactsInput>;

export const ArtifactTreeInput = z.strictObject({ workspace: Slug, project: Slug, owner: ArtifactOwner });
export type ArtifactTreeInput = z.infer<typeof ArtifactTreeInput>;

import { type ArtifactFile, type ArtifactOwner, invalidInput, type Sha256 } from "@assay/contract";
import { artifacts, type SqlStore } from "@assay/db";
import { contentTypeOf } from "@assay/domain";
import type { ProjectContext } from "../context.ts";
import { holdWritableOwner } from "./require-owner.ts";

export interface NewFile {
  owner: ArtifactOwner;
  /** Checked. */
  path: string;
  sha256: Sha256;
  sizeBytes: number;
  createdAt: Date;
}

/** Puts a file whose bytes are durable into a tree, by the rule for all doors. Whoever commits tells of it by `noteFile`. */
export async function keepFile(tx: SqlStore, ctx: ProjectContext, file: NewFile): Promise<ArtifactFile> {
  const { owner, createdAt, ...shown } = file;
  const contentType = contentTypeOf(file.path);
  // The upload may have taken hours, in which its owner was deleted.
  await holdWritableOwner(tx, ctx, owner);
  await artifacts.lockTree(tx, owner);
  await refuseClash(tx, owner, file.path);
  await artifacts.addBlob(tx, file.sha256, file.sizeBytes, createdAt);
  await artifacts.put(tx, ctx.project.id, owner, { ...shown, contentType, createdAt });
  return { ...shown, contentType, createdAtMs: createdAt.getTime() };
}

/** Tells watchers that an owner's tree has another file. */
export function noteFile(ctx: ProjectContext, owner: ArtifactOwner): void {
  const runId = owner.kind === "run" ? owner.runId : null;
  ctx.live.note({ kind: "artifacts", projectId: ctx.project.id, runId });
}

/** Refuses a path that no tree could hold together with the files that are in it. */
export async function refuseClash(store: SqlStore, owner: ArtifactOwner, path: string): Promise<void> {
  const clash = await artifacts.clashing(store, owner, path);
  if (clash === null) return;
  throw invalidInput(
    `The path and the file ${clash} cannot stand in one tree: one would be in the other`,
    "path",
    "use another path",
  );
}

import type { ArtifactEntry, ArtifactFile, ArtifactOwner } from "@assay/contract";
import { artifacts } from "@assay/db";
import { listFolder, parseArtifactFolder } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableOwner } from "./require-owner.ts";

/** All files of a run or logged model, by path. */
export async function listArtifactTree({
  ctx,
  input,
}: VerbArgs<ProjectContext, { owner: ArtifactOwner }>): Promise<ArtifactFile[]> {
  requirePermission(ctx, "artifact:read");
  await requireReadableOwner(ctx, input.owner);
  return artifacts.tree(ctx.db, ctx.project.id, input.owner);
}

/** What lies directly in one folder. A folder that does not exist is empty. */
export async function listArtifacts({
  ctx,
  input,
}: VerbArgs<ProjectContext, { owner: ArtifactOwner; path: string }>): Promise<ArtifactEntry[]> {
  const folder = parseArtifactFolder(input.path);
  return listFolder(await listArtifactTree({ ctx, input }), folder);
}

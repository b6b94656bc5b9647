import { type ArtifactOwner, notFound } from "@assay/contract";
import { artifacts } from "@assay/db";
import { parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type OpenedArtifact, openedArtifact } from "./opened-artifact.ts";
import { requireReadableOwner } from "./require-owner.ts";

/** A file of a run or logged model, ready to stream. */
export async function readArtifact({
  ctx,
  input,
}: VerbArgs<ProjectContext, { owner: ArtifactOwner; path: string }>): Promise<OpenedArtifact> {
  requirePermission(ctx, "artifact:read");
  const path = parseArtifactPath(input.path);
  await requireReadableOwner(ctx, input.owner);
  const file = await artifacts.find(ctx.db, ctx.project.id, input.owner, path);
  if (file === null) throw notFound(`Artifact ${path}`);
  return openedArtifact(ctx, file);
}

import { type ArtifactOwner, type ArtifactUploadId, DomainError, notFound } from "@assay/contract";
import { artifactUploads } from "@assay/db";
import { parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireDirectTransfer } from "./direct-transfer.ts";

export interface AbortUploadInput {
  owner: ArtifactOwner;
  path: string;
  uploadId: ArtifactUploadId;
}

/** Gives up an upload and takes its parts away. One that is complete is a file and stays. */
export async function abortUpload({ ctx, input }: VerbArgs<ProjectContext, AbortUploadInput>): Promise<void> {
  requirePermission(ctx, "artifact:write");
  const path = parseArtifactPath(input.path);
  const { owner, uploadId: id } = input;
  const upload = await artifactUploads.find(ctx.db, ctx.project.id, { id, owner, path });
  if (upload === null) throw notFound(`Upload ${id}`);
  const isGivenUp =
    upload.end === null ? await artifactUploads.giveUp(ctx.db, id, ctx.clock.now()) : upload.end.blob === null;
  if (!isGivenUp) throw new DomainError("CONFLICT", "The upload is complete; delete the file instead");
  await requireDirectTransfer(ctx).discard(upload);
}

import { type ArtifactOwner, ArtifactUploadId } from "@assay/contract";
import { artifactUploads } from "@assay/db";
import { parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireDirectTransfer } from "./direct-transfer.ts";
import { refuseClash } from "./keep-file.ts";
import { requireWritableOwner } from "./require-owner.ts";

export interface BeginUploadInput {
  owner: ArtifactOwner;
  /** Decoded exactly once; checked here. */
  path: string;
  /** 1 to 10,000. */
  partCount: number;
}

export interface BegunUpload {
  uploadId: ArtifactUploadId;
  /** Where each part is to be PUT, the first to the last. */
  partUrls: string[];
}

/** Lets a client send a file to the bucket itself, in parts. There is no file until the upload is complete. */
export async function beginUpload({ ctx, input }: VerbArgs<ProjectContext, BeginUploadInput>): Promise<BegunUpload> {
  requirePermission(ctx, "artifact:write");
  const { owner, partCount } = input;
  const path = parseArtifactPath(input.path);
  await requireWritableOwner(ctx, owner);
  await refuseClash(ctx.db, owner, path);
  const direct = requireDirectTransfer(ctx);
  // What a kill leaves between the two has no row, and is swept by its age.
  const place = await direct.begin();
  const uploadId = ArtifactUploadId.parse(ctx.ids.uuid());
  const createdAt = ctx.clock.now();
  await artifactUploads.add(ctx.db, {
    id: uploadId,
    projectId: ctx.project.id,
    owner,
    path,
    ...place,
    partCount,
    createdAt,
  });
  return { uploadId, partUrls: await direct.partUrls(place, partCount) };
}

import type { ArtifactFile, ArtifactOwner, Sha256 } from "@assay/contract";
import { parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import { withLogTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { keepFile, noteFile, refuseClash } from "./keep-file.ts";
import { requireWritableOwner } from "./require-owner.ts";

export interface PutArtifactInput {
  owner: ArtifactOwner;
  /** Decoded exactly once; checked here. */
  path: string;
  content: AsyncIterable<Uint8Array>;
  expectedSha256?: Sha256 | undefined;
}

/** Streams a file into the tree of a run or logged model. Its row appears only after its bytes are durable. */
export async function putArtifact({ ctx, input }: VerbArgs<ProjectContext, PutArtifactInput>): Promise<ArtifactFile> {
  requirePermission(ctx, "artifact:write");
  const { owner, expectedSha256 } = input;
  const path = parseArtifactPath(input.path);
  await requireWritableOwner(ctx, owner);
  await refuseClash(ctx.db, owner, path);
  const blob = await ctx.blobs.put(input.content, expectedSha256 === undefined ? {} : { expectedSha256 });
  const createdAt = ctx.clock.now();
  const file = await withLogTx(ctx, (tx) => keepFile(tx, ctx, { owner, path, ...blob, createdAt }));
  noteFile(ctx, owner);
  return file;
}

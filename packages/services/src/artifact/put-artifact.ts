import { type ArtifactFile, type ArtifactOwner, invalidInput, type Sha256 } from "@assay/contract";
import { artifacts, notifyLive, type Store } from "@assay/db";
import { contentTypeOf, parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableOwner, requireWritableOwner } from "./require-owner.ts";

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
  const contentType = contentTypeOf(path);
  await withTelemetryTx(ctx, async (tx) => {
    // The upload may have taken hours, in which its owner was deleted.
    await holdWritableOwner(tx, ctx, owner);
    await refuseClash(tx, owner, path);
    await artifacts.addBlob(tx, blob.sha256, blob.sizeBytes, createdAt);
    await artifacts.put(tx, ctx.project.id, owner, { path, ...blob, contentType, createdAt });
    const runId = owner.kind === "run" ? owner.runId : null;
    await notifyLive(tx, { kind: "artifacts", projectId: ctx.project.id, runId });
  });
  return { path, ...blob, contentType, createdAtMs: createdAt.getTime() };
}

async function refuseClash(store: Store, owner: ArtifactOwner, path: string): Promise<void> {
  const clash = await artifacts.clashing(store, owner, path);
  if (clash === null) return;
  throw invalidInput(
    `The path and the file ${clash} cannot stand in one tree: one would be in the other`,
    "path",
    "use another path",
  );
}

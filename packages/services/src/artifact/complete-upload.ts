import { setTimeout as delay } from "node:timers/promises";
import type { StoredBlob, UploadedPart } from "@assay/blobs";
import {
  type ArtifactFile,
  type ArtifactOwner,
  type ArtifactUploadId,
  DomainError,
  invalidInput,
  notFound,
} from "@assay/contract";
import { artifactUploads } from "@assay/db";
import { contentTypeOf, parseArtifactPath } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireDirectTransfer } from "./direct-transfer.ts";
import { keepFile, noteFile, refuseClash } from "./keep-file.ts";
import { requireWritableOwner } from "./require-owner.ts";

export interface CompleteUploadInput {
  owner: ArtifactOwner;
  path: string;
  uploadId: ArtifactUploadId;
  parts: readonly UploadedPart[];
}

/** A process that is silent for longer has died, and another may take up its work. */
const CLAIM_SECONDS = 30;
const RENEW_MS = 10_000;
const LOOK_AGAIN_MS = 250;

/**
 * Makes a file of the parts that a client has sent to the bucket. Reading gigabytes back for their digest may outlast
 * the client's patience: the same request sent again waits for the work under way, takes it up when whoever did it died,
 * and gets the same answer when it is done.
 */
export async function completeUpload({
  ctx,
  input,
}: VerbArgs<ProjectContext, CompleteUploadInput>): Promise<ArtifactFile> {
  requirePermission(ctx, "artifact:write");
  const path = parseArtifactPath(input.path);
  const { owner, uploadId: id } = input;
  const claim = { id, claim: ctx.ids.uuid() };
  for (;;) {
    const upload = await artifactUploads.find(ctx.db, ctx.project.id, { id, owner, path });
    if (upload === null) throw notFound(`Upload ${id}`);
    if (upload.end !== null) return fileOf(path, upload.end);
    const parts = requireEveryPart(input.parts, upload.partCount);
    await requireWritableOwner(ctx, owner);
    await refuseClash(ctx.db, owner, path);
    if (await artifactUploads.claim(ctx.db, claim, CLAIM_SECONDS)) {
      return whileClaimed(ctx, claim, () => finish(ctx, claim, { owner, path, upload, parts }));
    }
    await delay(LOOK_AGAIN_MS, undefined, { signal: ctx.signal });
  }
}

interface Finishing {
  owner: ArtifactOwner;
  path: string;
  upload: artifactUploads.FoundUpload;
  parts: readonly UploadedPart[];
}

async function finish(
  ctx: ProjectContext,
  claim: artifactUploads.UploadClaim,
  { owner, path, upload, parts }: Finishing,
): Promise<ArtifactFile> {
  const direct = requireDirectTransfer(ctx);
  const blob = await direct.complete(upload, parts);
  const createdAt = ctx.clock.now();
  const file = await withTelemetryTx(ctx, async (tx) => {
    if (!(await artifactUploads.finish(tx, claim, { ...blob, at: createdAt }))) throw givenUp();
    return keepFile(tx, ctx, { owner, path, ...blob, createdAt });
  });
  noteFile(ctx, owner);
  // What does not succeed here is swept later; the file is there.
  await direct.discard(upload).catch((error: unknown) => ctx.log.warn({ err: error }, "an upload left its parts"));
  return file;
}

/** Keeps others away for as long as the work takes. */
async function whileClaimed<T>(
  ctx: ProjectContext,
  claim: artifactUploads.UploadClaim,
  work: () => Promise<T>,
): Promise<T> {
  const renew = (): void => {
    artifactUploads
      .claim(ctx.db, claim, CLAIM_SECONDS)
      .catch((error: unknown) => ctx.log.warn({ err: error }, "an upload may be taken over"));
  };
  const timer = setInterval(renew, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await artifactUploads.release(ctx.db, claim);
  }
}

/** In order. A file from which a part is missing must not look whole. */
function requireEveryPart(parts: readonly UploadedPart[], count: number): UploadedPart[] {
  const sorted = parts.toSorted((one, other) => one.number - other.number);
  if (sorted.length === count && sorted.every(({ number }, at) => number === at + 1)) return sorted;
  throw invalidInput(`The upload has the parts 1 to ${count}, each of which must be named once`, "parts");
}

function fileOf(path: string, { at, blob }: artifactUploads.UploadEnd): ArtifactFile {
  if (blob === null) throw givenUp();
  const kept: StoredBlob = blob;
  return { path, ...kept, contentType: contentTypeOf(path), createdAtMs: at.getTime() };
}

const givenUp = (): DomainError => new DomainError("CONFLICT", "The upload was aborted; begin another");

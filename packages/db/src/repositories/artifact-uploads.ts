import type { ArtifactOwner, ArtifactUploadId, ProjectId, Sha256 } from "@assay/contract";
import { fromHex, idArray, toHex, toId } from "../convert.ts";
import {
  claimUpload,
  finishUpload,
  forgetUploads,
  giveUpUpload,
  listOldUploads,
  releaseUpload,
} from "../sql/artifacts/uploads.ts";
import type { Store } from "../store.ts";
import { ownerKey } from "./artifacts.ts";

/** How the bucket knows an upload. */
export interface UploadPlace {
  incoming: string;
  storeUploadId: string;
}

export interface NewUpload extends UploadPlace {
  id: ArtifactUploadId;
  projectId: ProjectId;
  owner: ArtifactOwner;
  path: string;
  partCount: number;
  createdAt: Date;
}

export interface FoundUpload extends UploadPlace {
  partCount: number;
  /** Set once it is over. */
  end: UploadEnd | null;
}

export interface UploadEnd {
  at: Date;
  /** Null when it was given up. */
  blob: { sha256: Sha256; sizeBytes: number } | null;
}

/** Who works on an upload. */
export interface UploadClaim {
  id: ArtifactUploadId;
  claim: string;
}

export async function add(store: Store, { owner, ...upload }: NewUpload): Promise<void> {
  await store.prisma.artifactUpload.create({ data: { ...upload, ...ownerKey(owner) } });
}

/** An upload to just this path of just this owner. */
export async function find(
  store: Store,
  projectId: ProjectId,
  { id, owner, path }: Pick<NewUpload, "id" | "owner" | "path">,
): Promise<FoundUpload | null> {
  const row = await store.prisma.artifactUpload.findFirst({ where: { projectId, id, path, ...ownerKey(owner) } });
  if (row === null) return null;
  const { incoming, storeUploadId, partCount, endedAt, sha256, sizeBytes } = row;
  const blob = sha256 === null ? null : { sha256: toHex<Sha256>(sha256), sizeBytes: Number(sizeBytes) };
  return { incoming, storeUploadId, partCount, end: endedAt === null ? null : { at: endedAt, blob } };
}

/** Takes an upload for some seconds, or keeps it for longer; false when another has it or it is over. */
export async function claim(store: Store, { id, claim }: UploadClaim, seconds: number): Promise<boolean> {
  return (await store.query(claimUpload, [id, claim, seconds])).length > 0;
}

export async function release(store: Store, { id, claim }: UploadClaim): Promise<void> {
  await store.query(releaseUpload, [id, claim]);
}

/** Notes what an upload has become; false when it was given up or taken over meanwhile. */
export async function finish(
  tx: Store,
  { id, claim }: UploadClaim,
  { sha256, sizeBytes, at }: { sha256: Sha256; sizeBytes: number; at: Date },
): Promise<boolean> {
  return (await tx.query(finishUpload, [id, claim, at, fromHex(sha256), sizeBytes])).length > 0;
}

/** Ends an upload without a file; false when it is over. */
export async function giveUp(store: Store, id: ArtifactUploadId, now: Date): Promise<boolean> {
  return (await store.query(giveUpUpload, [id, now])).length > 0;
}

/** Some uploads from before a moment that nobody is completing. */
export async function listOld(
  store: Store,
  before: Date,
  limit: number,
): Promise<(UploadPlace & { id: ArtifactUploadId })[]> {
  interface Row {
    id: string;
    incoming: string;
    store_upload_id: string;
  }
  const rows = await store.query<Row>(listOldUploads, [before, limit]);
  return rows.map((row) => ({
    id: toId<ArtifactUploadId>(row.id),
    incoming: row.incoming,
    storeUploadId: row.store_upload_id,
  }));
}

export async function forget(store: Store, ids: readonly ArtifactUploadId[]): Promise<void> {
  await store.query(forgetUploads, [idArray(ids)]);
}

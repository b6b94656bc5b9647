import type { ArtifactFile, ArtifactOwner, ProjectId, Sha256 } from "@assay/contract";
import { fromHex, toHex, toMs } from "../convert.ts";
import { addBlob as addBlobStatement } from "../sql/artifacts/add-blob.ts";
import { findClash } from "../sql/artifacts/find-clash.ts";
import { lockTree as lockTreeStatement } from "../sql/artifacts/lock-tree.ts";
import { putArtifact } from "../sql/artifacts/put-artifact.ts";
import { removeArtifacts } from "../sql/artifacts/remove-artifacts.ts";
import type { SqlStore, Store } from "../store.ts";

/** An owner as the artifact table keys it. */
export function ownerKey(owner: ArtifactOwner): { ownerKind: string; ownerId: string } {
  return owner.kind === "run"
    ? { ownerKind: "run", ownerId: owner.runId }
    : { ownerKind: "loggedModel", ownerId: owner.loggedModelId.slice("m-".length) };
}

interface ArtifactRow {
  path: string;
  sha256: Uint8Array | null;
  sizeBytes: bigint;
  contentType: string;
  createdAt: Date;
}

function toFile(row: ArtifactRow): ArtifactFile[] {
  if (row.sha256 === null) return [];
  return [
    {
      path: row.path,
      sizeBytes: Number(row.sizeBytes),
      sha256: toHex<Sha256>(row.sha256),
      contentType: row.contentType,
      createdAtMs: toMs(row.createdAt),
    },
  ];
}

/** Notes a blob whose bytes are durable already; until the transaction ends, no sweep takes it. */
export async function addBlob(store: SqlStore, sha256: Sha256, sizeBytes: number, createdAt: Date): Promise<void> {
  await store.query(addBlobStatement, [fromHex(sha256), sizeBytes, createdAt]);
}

/** Puts a file at a path, in place of what was there. */
export async function put(
  store: SqlStore,
  projectId: ProjectId,
  owner: ArtifactOwner,
  file: Omit<ArtifactFile, "createdAtMs"> & { createdAt: Date },
): Promise<void> {
  const { ownerKind, ownerId } = ownerKey(owner);
  const { path, sha256, sizeBytes, contentType, createdAt } = file;
  const content = [fromHex(sha256), sizeBytes, contentType, createdAt];
  await store.query(putArtifact, [ownerKind, ownerId, path, projectId, ...content]);
}

/** Keeps others from putting files into an owner's tree until the transaction ends. */
export async function lockTree(store: SqlStore, owner: ArtifactOwner): Promise<void> {
  await store.query(lockTreeStatement, [ownerKey(owner).ownerId]);
}

/** A file of the owner that cannot be in one tree with the path: the path is below it, or it is below the path. */
export async function clashing(store: SqlStore, owner: ArtifactOwner, path: string): Promise<string | null> {
  const { ownerKind, ownerId } = ownerKey(owner);
  const parts = path.split("/");
  const folders = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
  const [clash] = await store.query<{ path: string }>(findClash, [ownerKind, ownerId, path, folders]);
  return clash?.path ?? null;
}

/** All files of an owner, by path. */
export async function tree(store: Store, projectId: ProjectId, owner: ArtifactOwner): Promise<ArtifactFile[]> {
  const rows = await store.prisma.artifact.findMany({
    where: { projectId, ...ownerKey(owner) },
    orderBy: { path: "asc" },
  });
  return rows.flatMap(toFile);
}

export async function find(
  store: Store,
  projectId: ProjectId,
  owner: ArtifactOwner,
  path: string,
): Promise<ArtifactFile | null> {
  const row = await store.prisma.artifact.findFirst({ where: { projectId, ...ownerKey(owner), path } });
  return row === null ? null : (toFile(row)[0] ?? null);
}

/** Removes a file, or everything in a folder; returns how many files went. */
export async function remove(store: Store, projectId: ProjectId, owner: ArtifactOwner, path: string): Promise<number> {
  const { ownerKind, ownerId } = ownerKey(owner);
  const rows = await store.query<{ path: string }>(removeArtifacts, [projectId, ownerKind, ownerId, path]);
  return rows.length;
}

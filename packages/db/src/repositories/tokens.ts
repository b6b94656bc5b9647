import {
  type ApiToken,
  type ProjectId,
  type TokenId,
  TokenScope,
  type UserId,
  type WorkspaceId,
} from "@assay/contract";
import { toId, toIdOrNull, toMs, toMsOrNull } from "../convert.ts";
import { findToken, type TokenRow } from "../sql/access/find-token.ts";
import type { Store } from "../store.ts";

export interface NewToken {
  id: TokenId;
  workspaceId: WorkspaceId;
  publicId: string;
  secretHash: Uint8Array<ArrayBuffer>;
  hint: string;
  name: string;
  scopes: TokenScope[];
  userId: UserId | null;
  serviceAccountId: string | null;
  projectId: ProjectId | null;
  defaultProjectId: ProjectId | null;
  createdAt: Date;
  expiresAt: Date | null;
}

/** A token as authentication needs it. */
export interface TokenRecord {
  id: TokenId;
  name: string;
  workspaceId: WorkspaceId;
  secretHash: Uint8Array;
  scopes: TokenScope[];
  userId: UserId | null;
  serviceAccountId: string | null;
  isOwnerDisabled: boolean;
  projectId: ProjectId | null;
  defaultProjectId: ProjectId | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

const toScopes = (scopes: string[]): TokenScope[] => scopes.map((scope) => TokenScope.parse(scope));

export async function create(store: Store, token: NewToken): Promise<void> {
  await store.prisma.apiToken.create({ data: token });
}

export async function findByPublicId(store: Store, publicId: string): Promise<TokenRecord | null> {
  const [row] = await store.query<TokenRow>(findToken, [publicId]);
  if (row === undefined) return null;
  return {
    id: toId<TokenId>(row.id),
    name: row.name,
    workspaceId: toId<WorkspaceId>(row.workspace_id),
    secretHash: row.secret_hash,
    scopes: toScopes(row.scopes),
    userId: toIdOrNull<UserId>(row.user_id),
    serviceAccountId: toIdOrNull(row.service_account_id),
    isOwnerDisabled: row.is_owner_disabled,
    projectId: toIdOrNull<ProjectId>(row.project_id),
    defaultProjectId: toIdOrNull<ProjectId>(row.default_project_id),
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}

/** A workspace's tokens, newest first: a user's own, or all of them when `userId` is null. */
export async function list(store: Store, workspaceId: WorkspaceId, userId: UserId | null): Promise<ApiToken[]> {
  const rows = await store.prisma.apiToken.findMany({
    where: { workspaceId, ...(userId === null ? {} : { userId }) },
    include: { project: true, defaultProject: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    id: toId<TokenId>(row.id),
    name: row.name,
    hint: row.hint,
    scopes: toScopes(row.scopes),
    project: row.project?.slug ?? null,
    defaultProject: row.defaultProject?.slug ?? null,
    createdAtMs: toMs(row.createdAt),
    lastUsedAtMs: toMsOrNull(row.lastUsedAt),
    expiresAtMs: toMsOrNull(row.expiresAt),
    revokedAtMs: toMsOrNull(row.revokedAt),
  }));
}

/** Revokes a token; a user's own, or anybody's when `userId` is null. False when there is none such. */
export async function revoke(
  store: Store,
  key: { workspaceId: WorkspaceId; id: TokenId; userId: UserId | null },
  now: Date,
): Promise<boolean> {
  const { count } = await store.prisma.apiToken.updateMany({
    where: {
      id: key.id,
      workspaceId: key.workspaceId,
      revokedAt: null,
      ...(key.userId === null ? {} : { userId: key.userId }),
    },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** Notes that a token was used. */
export async function touch(store: Store, id: TokenId, now: Date): Promise<void> {
  await store.prisma.apiToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
}

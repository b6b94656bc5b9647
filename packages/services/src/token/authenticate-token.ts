import { timingSafeEqual } from "node:crypto";
import type { TokenActor } from "@assay/contract";
import { type Store, tokens } from "@assay/db";
import type { TokenAccess } from "../access/access-lookup.ts";
import type { ServiceContext, VerbArgs } from "../context.ts";
import { hashTokenSecret, tokenPublicId } from "./token-secret.ts";

const TOUCH_EVERY_MS = 60_000;

/** The actor a token stands for; null when it is unknown, wrong, revoked, expired or its owner is disabled. */
export async function authenticateToken({
  ctx,
  input,
}: VerbArgs<ServiceContext, { secret: string }>): Promise<TokenActor | null> {
  const publicId = tokenPublicId(input.secret);
  if (publicId === null) return null;
  const hash = hashTokenSecret(input.secret);
  const access = await ctx.access.token(hash.toString("hex"), (db) => findAccess(db, publicId, hash));
  const now = ctx.clock.now();
  if (access === null || access.expiresAtMs <= now.getTime()) return null;
  // Once a minute is enough to tell a token in use from a forgotten one.
  if (now.getTime() - access.lastUsedAtMs > TOUCH_EVERY_MS) {
    access.lastUsedAtMs = now.getTime();
    await tokens.touch(ctx.db, access.actor.tokenId, now);
  }
  return access.actor;
}

async function findAccess(db: Store, publicId: string, hash: Uint8Array): Promise<TokenAccess | null> {
  const token = await tokens.findByPublicId(db, publicId);
  if (token === null || !timingSafeEqual(token.secretHash, hash)) return null;
  const owner = ownerOf(token);
  if (token.revokedAt !== null || token.isOwnerDisabled || owner === null) return null;
  const { id: tokenId, name, scopes, workspaceId, projectId, defaultProjectId } = token;
  return {
    actor: { kind: "token", tokenId, name, owner, scopes, workspaceId, projectId, defaultProjectId },
    expiresAtMs: token.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
    lastUsedAtMs: token.lastUsedAt?.getTime() ?? 0,
  };
}

function ownerOf(token: tokens.TokenRecord): TokenActor["owner"] | null {
  if (token.userId !== null) return { kind: "user", userId: token.userId };
  if (token.serviceAccountId !== null) return { kind: "service", serviceAccountId: token.serviceAccountId };
  return null;
}

import { timingSafeEqual } from "node:crypto";
import type { TokenActor } from "@assay/contract";
import { tokens } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";
import { hashTokenSecret, tokenPublicId } from "./token-secret.ts";

/** The actor a token stands for; null when it is unknown, wrong, revoked, expired or its owner is disabled. */
export async function authenticateToken({
  ctx,
  input,
}: VerbArgs<ServiceContext, { secret: string }>): Promise<TokenActor | null> {
  const publicId = tokenPublicId(input.secret);
  const token = publicId === null ? null : await tokens.findByPublicId(ctx.db, publicId);
  if (token === null || !timingSafeEqual(token.secretHash, hashTokenSecret(input.secret))) return null;
  const now = ctx.clock.now();
  const isOver = token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now);
  if (isOver || token.isOwnerDisabled) return null;
  const owner = ownerOf(token);
  if (owner === null) return null;
  // Once a minute is enough to tell a token in use from a forgotten one.
  if (now.getTime() - (token.lastUsedAt?.getTime() ?? 0) > 60_000) await tokens.touch(ctx.db, token.id, now);
  return {
    kind: "token",
    tokenId: token.id,
    name: token.name,
    owner,
    scopes: token.scopes,
    workspaceId: token.workspaceId,
    projectId: token.projectId,
    defaultProjectId: token.defaultProjectId,
  };
}

function ownerOf(token: Awaited<ReturnType<typeof tokens.findByPublicId>> & object): TokenActor["owner"] | null {
  if (token.userId !== null) return { kind: "user", userId: token.userId };
  if (token.serviceAccountId !== null) return { kind: "service", serviceAccountId: token.serviceAccountId };
  return null;
}

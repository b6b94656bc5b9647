import type { UserActor } from "@assay/contract";
import { sessions } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";

/** The user of a live session; null when it has ended, expired or its user is disabled. Asked on every request. */
export async function findSessionActor({
  ctx,
  input: { sessionId },
}: VerbArgs<ServiceContext, { sessionId: string }>): Promise<UserActor | null> {
  if (!/^[0-9a-f]{32}$/.test(sessionId)) return null;
  const now = ctx.clock.now();
  const access = await ctx.access.session(sessionId, async (db) => {
    const session = await sessions.findLive(db, sessionId, now);
    if (session === null) return null;
    const { id: userId, email, name } = session.user;
    return { actor: { kind: "user", userId, sessionId, email, name }, expiresAtMs: session.expiresAt.getTime() };
  });
  return access !== null && access.expiresAtMs > now.getTime() ? access.actor : null;
}

import type { UserActor } from "@assay/contract";
import { sessions } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";

/** The user of a live session; null when it has ended, expired or its user is disabled. Asked on every request. */
export async function findSessionActor({
  ctx,
  input,
}: VerbArgs<ServiceContext, { sessionId: string }>): Promise<UserActor | null> {
  if (!/^[0-9a-f]{32}$/.test(input.sessionId)) return null;
  const user = await sessions.findLiveUser(ctx.db, input.sessionId, ctx.clock.now());
  if (user === null) return null;
  return { kind: "user", userId: user.id, sessionId: input.sessionId, email: user.email, name: user.name };
}

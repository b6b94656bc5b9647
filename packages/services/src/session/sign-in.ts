import type { Session } from "@assay/contract";
import { sessions, users } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";

const SESSION_LIFETIME_MS = 14 * 24 * 60 * 60 * 1_000;

export interface SignedIn {
  sessionId: string;
  user: Session["user"];
}

/**
 * Starts a session for an e-mail and password; null when they do not fit, in the same time whether or not there is
 * such a user.
 */
export async function signIn({
  ctx,
  input,
}: VerbArgs<ServiceContext, { email: string; password: string }>): Promise<SignedIn | null> {
  const user = await users.findByEmail(ctx.db, input.email.trim().normalize("NFKC").toLowerCase());
  const isRight = await ctx.passwords.verify(user?.passwordHash ?? null, input.password);
  if (user === null || !isRight || user.isDisabled) {
    ctx.log.warn({ requestId: ctx.requestId }, "sign-in refused");
    return null;
  }
  const createdAt = ctx.clock.now();
  const session = { id: ctx.ids.uuid(), userId: user.id, createdAt };
  await sessions.create(ctx.db, { ...session, expiresAt: new Date(createdAt.getTime() + SESSION_LIFETIME_MS) });
  return { sessionId: session.id, user: { id: user.id, name: user.name, email: user.email } };
}

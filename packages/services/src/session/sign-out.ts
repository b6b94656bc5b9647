import { sessions } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";

/** Ends a session on the server, so that its cookie is worthless at once. */
export async function signOut({ ctx, input }: VerbArgs<ServiceContext, { sessionId: string }>): Promise<void> {
  await sessions.end(ctx.db, input.sessionId, ctx.clock.now());
}

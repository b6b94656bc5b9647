import type { Session } from "@assay/contract";
import { workspaces } from "@assay/db";
import type { ServiceContext } from "../context.ts";

/** Who is signed in and which workspaces they can enter; null for anybody but a user. */
export async function getSession({ ctx }: { ctx: ServiceContext }): Promise<Session | null> {
  const { actor } = ctx;
  if (actor.kind !== "user") return null;
  return {
    user: { id: actor.userId, name: actor.name, email: actor.email },
    workspaces: await workspaces.listForUser(ctx.db, actor.userId),
  };
}

import { type Actor, notFound, type Role, type WorkspaceId } from "@assay/contract";
import { type Store, serviceAccounts, workspaces } from "@assay/db";
import type { ServiceContext, VerbArgs, WorkspaceContext } from "../context.ts";
import type { WorkspaceAccess } from "./access-lookup.ts";
import { actorKey } from "./actor-label.ts";
import { requireSomebody } from "./require-somebody.ts";
import { requireToken } from "./require-token.ts";

type WorkspaceRef = Awaited<ReturnType<typeof workspaces.findBySlug>>;

/**
 * Steps into a workspace by slug. Who does not belong to it gets the same NOT_FOUND as for one that does not exist.
 */
export async function enterWorkspace({
  ctx,
  input,
}: VerbArgs<ServiceContext, { workspace: string }>): Promise<WorkspaceContext> {
  requireSomebody(ctx);
  const access = await ctx.access.workspace(`${actorKey(ctx.actor)}/${input.workspace}`, async (db) =>
    accessTo(db, ctx.actor, await workspaces.findBySlug(db, input.workspace)),
  );
  if (access === null) throw notFound(`Workspace ${input.workspace}`);
  return { ...ctx, ...access };
}

/** Steps into the workspace an API token belongs to. */
export async function enterTokenWorkspace({ ctx }: { ctx: ServiceContext }): Promise<WorkspaceContext> {
  const actor = requireToken(ctx);
  const access = await ctx.access.workspace(actorKey(actor), async (db) =>
    accessTo(db, actor, await workspaces.findById(db, actor.workspaceId)),
  );
  if (access === null) throw notFound("Workspace");
  return { ...ctx, ...access };
}

async function accessTo(db: Store, actor: Actor, workspace: WorkspaceRef): Promise<WorkspaceAccess | null> {
  const role = workspace === null ? null : await roleIn(db, actor, workspace.id);
  return workspace === null || role === null ? null : { workspace, role };
}

/** The actor's role in a workspace now; null for outsiders. */
async function roleIn(db: Store, actor: Actor, workspaceId: WorkspaceId): Promise<Role | null> {
  switch (actor.kind) {
    case "user":
      return workspaces.roleOf(db, workspaceId, actor.userId);
    case "token":
      if (actor.workspaceId !== workspaceId) return null;
      return actor.owner.kind === "user"
        ? workspaces.roleOf(db, workspaceId, actor.owner.userId)
        : serviceAccounts.roleOf(db, workspaceId, actor.owner.serviceAccountId);
    case "system":
      return "admin";
    case "anonymous":
      return null;
  }
}

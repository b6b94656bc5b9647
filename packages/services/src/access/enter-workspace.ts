import { type Actor, notFound, type Role, type TokenActor, type WorkspaceId } from "@assay/contract";
import { type Store, serviceAccounts, workspaces } from "@assay/db";
import type { ServiceContext, VerbArgs, WorkspaceContext } from "../context.ts";
import { requireSomebody } from "./require-somebody.ts";

/**
 * Steps into a workspace by slug. Who does not belong to it gets the same NOT_FOUND as for one that does not exist.
 */
export async function enterWorkspace({
  ctx,
  input,
}: VerbArgs<ServiceContext, { workspace: string }>): Promise<WorkspaceContext> {
  requireSomebody(ctx);
  const workspace = await workspaces.findBySlug(ctx.db, input.workspace);
  const role = workspace === null ? null : await roleIn(ctx.db, ctx.actor, workspace.id);
  if (workspace === null || role === null) throw notFound(`Workspace ${input.workspace}`);
  return { ...ctx, workspace, role };
}

/** Steps into the workspace an API token belongs to. */
export async function enterTokenWorkspace(ctx: ServiceContext, actor: TokenActor): Promise<WorkspaceContext> {
  const workspace = await workspaces.findById(ctx.db, actor.workspaceId);
  const role = workspace === null ? null : await roleIn(ctx.db, actor, workspace.id);
  if (workspace === null || role === null) throw notFound("Workspace");
  return { ...ctx, workspace, role };
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

import type { Project } from "@assay/contract";
import { projects } from "@assay/db";
import { actorUserId } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { WorkspaceContext } from "../context.ts";

/** The projects of a workspace that the actor may see. */
export async function listProjects({ ctx }: { ctx: WorkspaceContext }): Promise<Project[]> {
  requirePermission(ctx, "project:read");
  return projects.list(ctx.db, {
    workspaceId: ctx.workspace.id,
    userId: actorUserId(ctx.actor),
    seesAll: ctx.role === "admin",
    projectId: ctx.actor.kind === "token" ? ctx.actor.projectId : null,
  });
}

import type { ArchivedProject } from "@assay/contract";
import { projects } from "@assay/db";
import { actorUserId } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { WorkspaceContext } from "../context.ts";

/** The archived projects of a workspace that the actor may see, those that are being deleted among them. */
export async function listArchivedProjects({ ctx }: { ctx: WorkspaceContext }): Promise<ArchivedProject[]> {
  requirePermission(ctx, "project:read");
  return projects.listArchived(ctx.db, {
    workspaceId: ctx.workspace.id,
    userId: actorUserId(ctx.actor),
    seesAll: ctx.role === "admin",
    projectId: ctx.actor.kind === "token" ? ctx.actor.projectId : null,
  });
}

import { notFound, type Project } from "@assay/contract";
import { projects } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext } from "../context.ts";

export async function getProject({ ctx }: { ctx: ProjectContext }): Promise<Project> {
  requirePermission(ctx, "project:read");
  // The context was entered, so the project is visible; this only gathers its counts.
  const scope = { workspaceId: ctx.workspace.id, userId: null, seesAll: true, projectId: ctx.project.id };
  const [project] = await projects.list(ctx.db, scope);
  if (project === undefined) throw notFound(`Project ${ctx.project.slug}`);
  return project;
}

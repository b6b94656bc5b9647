import { notFound, type ProjectId, type Role } from "@assay/contract";
import { projects } from "@assay/db";
import type { ProjectContext, ServiceContext, VerbArgs, WorkspaceContext } from "../context.ts";
import { actorUserId } from "./actor-label.ts";
import { enterWorkspace } from "./enter-workspace.ts";

type ProjectRef = NonNullable<Awaited<ReturnType<typeof projects.findBySlug>>>;

/** Steps into a project by its slugs; one that the actor may not see is not found. */
export async function enterProject({
  ctx,
  input,
}: VerbArgs<ServiceContext, { workspace: string; project: string }>): Promise<ProjectContext> {
  const workspaceCtx = await enterWorkspace({ ctx, input });
  const project = await projects.findBySlug(ctx.db, workspaceCtx.workspace.id, input.project);
  return enter(workspaceCtx, project, input.project);
}

/** Steps into a project by id, within a workspace already entered. */
export async function enterProjectById({
  ctx,
  input,
}: VerbArgs<WorkspaceContext, { projectId: ProjectId }>): Promise<ProjectContext> {
  const project = await projects.findById(ctx.db, ctx.workspace.id, input.projectId);
  return enter(ctx, project, input.projectId);
}

async function enter(ctx: WorkspaceContext, project: ProjectRef | null, shown: string): Promise<ProjectContext> {
  const role = project === null ? null : await roleInProject(ctx, project);
  if (project === null || role === null) throw notFound(`Project ${shown}`);
  return { ...ctx, project, role };
}

/** A project's own grant goes before the workspace's role; a private one is for those it names and for admins. */
async function roleInProject(ctx: WorkspaceContext, project: ProjectRef): Promise<Role | null> {
  const { actor } = ctx;
  if (actor.kind === "token" && actor.projectId !== null && actor.projectId !== project.id) return null;
  const userId = actorUserId(actor);
  const granted = userId === null ? null : await projects.roleOf(ctx.db, project.id, userId);
  if (granted !== null) return granted;
  const isNamedByToken = actor.kind === "token" && actor.projectId === project.id && userId === null;
  const isVisible = project.visibility === "workspace" || ctx.role === "admin" || isNamedByToken;
  return isVisible ? ctx.role : null;
}

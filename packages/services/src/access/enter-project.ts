import { notFound, type ProjectId, type Role } from "@assay/contract";
import { projects, type Store } from "@assay/db";
import type { ProjectContext, ServiceContext, VerbArgs, WorkspaceContext } from "../context.ts";
import type { ProjectAccess } from "./access-lookup.ts";
import { actorKey, actorUserId } from "./actor-label.ts";
import { enterWorkspace } from "./enter-workspace.ts";

type ProjectRef = NonNullable<Awaited<ReturnType<typeof projects.findBySlug>>>;

/** Steps into a project by its slugs; one that the actor may not see is not found. */
export async function enterProject({
  ctx,
  input,
}: VerbArgs<ServiceContext, { workspace: string; project: string }>): Promise<ProjectContext> {
  return enterProjectBySlug({ ctx: await enterWorkspace({ ctx, input }), input });
}

/** Steps into a project by slug, within a workspace already entered. */
export async function enterProjectBySlug({
  ctx,
  input,
}: VerbArgs<WorkspaceContext, { project: string }>): Promise<ProjectContext> {
  return enter(ctx, input.project, (db) => projects.findBySlug(db, ctx.workspace.id, input.project));
}

/** Steps into an archived project: to bring it back or to delete it, for no other verb expects one. */
export async function enterArchivedProject({
  ctx,
  input,
}: VerbArgs<ServiceContext, { workspace: string; project: string }>): Promise<ProjectContext> {
  const workspaceCtx = await enterWorkspace({ ctx, input });
  const { id } = workspaceCtx.workspace;
  return enter(workspaceCtx, `archived:${input.project}`, (db) => projects.findArchived(db, id, input.project));
}

/** Steps into a project by id, within a workspace already entered. */
export async function enterProjectById({
  ctx,
  input,
}: VerbArgs<WorkspaceContext, { projectId: ProjectId }>): Promise<ProjectContext> {
  // No slug holds a colon, so an id is never taken for one.
  return enter(ctx, `id:${input.projectId}`, (db) => projects.findById(db, ctx.workspace.id, input.projectId));
}

async function enter(
  ctx: WorkspaceContext,
  name: string,
  find: (db: Store) => Promise<ProjectRef | null>,
): Promise<ProjectContext> {
  const userId = actorUserId(ctx.actor);
  const access = await ctx.access.project(`${actorKey(ctx.actor)}/${ctx.workspace.id}/${name}`, async (db) => {
    const project = await find(db);
    if (project === null) return null;
    return { project, granted: userId === null ? null : await projects.roleOf(db, project.id, userId) };
  });
  const role = access === null ? null : roleInProject(ctx, access);
  if (access === null || role === null) throw notFound(`Project ${name.replace(/^(id|archived):/, "")}`);
  return { ...ctx, project: access.project, role };
}

/** A project's own grant goes before the workspace's role; a private one is for those it names and for admins. */
function roleInProject({ actor, role }: WorkspaceContext, { project, granted }: ProjectAccess): Role | null {
  if (actor.kind === "token" && actor.projectId !== null && actor.projectId !== project.id) return null;
  if (granted !== null) return granted;
  const isNamedByToken = actor.kind === "token" && actor.projectId === project.id && actor.owner.kind === "service";
  const isVisible = project.visibility === "workspace" || role === "admin" || isNamedByToken;
  return isVisible ? role : null;
}

import {
  type ArchivedProject,
  type Project,
  type ProjectId,
  ProjectSettings,
  type Role,
  type UserId,
  type WorkspaceId,
} from "@assay/contract";
import { toId, toMs } from "../convert.ts";
import {
  findArchivedProject,
  findProjectById,
  findProjectBySlug,
  type ProjectRefRow,
} from "../sql/access/find-project.ts";
import { findProjectRole, type RoleRow } from "../sql/access/find-role.ts";
import { type ArchivedProjectRow, listArchivedProjects } from "../sql/projects/list-archived-projects.ts";
import { listProjects, type ProjectRow } from "../sql/projects/list-projects.ts";
import type { Store } from "../store.ts";

export interface ProjectRef {
  id: ProjectId;
  workspaceId: WorkspaceId;
  slug: string;
  name: string;
  visibility: "workspace" | "private";
}

interface RefRow {
  id: string;
  workspaceId: string;
  slug: string;
  name: string;
  visibility: "workspace" | "private";
}

const toRef = (row: RefRow): ProjectRef => ({
  id: toId<ProjectId>(row.id),
  workspaceId: toId<WorkspaceId>(row.workspaceId),
  slug: row.slug,
  name: row.name,
  visibility: row.visibility,
});

const fromSql = (row: ProjectRefRow): ProjectRef => toRef({ ...row, workspaceId: row.workspace_id });

export async function findBySlug(store: Store, workspaceId: WorkspaceId, slug: string): Promise<ProjectRef | null> {
  const [row] = await store.query<ProjectRefRow>(findProjectBySlug, [workspaceId, slug]);
  return row === undefined ? null : fromSql(row);
}

export async function findById(store: Store, workspaceId: WorkspaceId, id: ProjectId): Promise<ProjectRef | null> {
  const [row] = await store.query<ProjectRefRow>(findProjectById, [workspaceId, id]);
  return row === undefined ? null : fromSql(row);
}

/** An archived project that is not being deleted. */
export async function findArchived(store: Store, workspaceId: WorkspaceId, slug: string): Promise<ProjectRef | null> {
  const [row] = await store.query<ProjectRefRow>(findArchivedProject, [workspaceId, slug]);
  return row === undefined ? null : fromSql(row);
}

/** The first project of a workspace, by age. */
export async function findFirst(store: Store, workspaceId: WorkspaceId): Promise<ProjectRef | null> {
  const row = await store.prisma.project.findFirst({
    where: { workspaceId, archivedAt: null },
    orderBy: { createdAt: "asc" },
  });
  return row === null ? null : toRef(row);
}

/** The role a project gives a person of its own accord; null when it leaves the workspace's role as it is. */
export async function roleOf(store: Store, projectId: ProjectId, userId: UserId): Promise<Role | null> {
  const [row] = await store.query<RoleRow>(findProjectRole, [projectId, userId]);
  return row?.role ?? null;
}

export interface ProjectVisibilityScope {
  workspaceId: WorkspaceId;
  /** Whose private projects are included; null for none. */
  userId: UserId | null;
  /** Private projects of everybody, for workspace admins. */
  seesAll: boolean;
  projectId: ProjectId | null;
}

export async function list(store: Store, scope: ProjectVisibilityScope): Promise<Project[]> {
  const values = [scope.workspaceId, scope.userId, scope.seesAll, scope.projectId];
  const rows = await store.query<ProjectRow>(listProjects, values);
  return rows.map((row) => ({
    id: toId<ProjectId>(row.id),
    slug: row.slug,
    name: row.name,
    description: row.description,
    visibility: row.visibility,
    createdAtMs: toMs(row.created_at),
    runCount: Number(row.run_count),
    modelCount: Number(row.model_count),
    lastActivityAtMs: row.last_activity_at === null ? null : toMs(row.last_activity_at),
  }));
}

export async function create(
  store: Store,
  project: ProjectRef & { description: string; createdAt: Date },
): Promise<void> {
  await store.prisma.project.create({ data: project });
}

export async function grantRole(store: Store, projectId: ProjectId, userId: UserId, role: Role): Promise<void> {
  await store.prisma.projectRole.create({ data: { projectId, userId, role } });
}

/** Takes the next experiment number; the row lock lasts until the transaction ends. */
export async function takeExperimentNumber(store: Store, id: ProjectId): Promise<number> {
  const row = await store.prisma.project.update({ where: { id }, data: { nextExperimentNumber: { increment: 1 } } });
  return row.nextExperimentNumber - 1;
}

export async function listArchived(store: Store, scope: ProjectVisibilityScope): Promise<ArchivedProject[]> {
  const values = [scope.workspaceId, scope.userId, scope.seesAll, scope.projectId];
  const rows = await store.query<ArchivedProjectRow>(listArchivedProjects, values);
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    archivedAtMs: toMs(row.archived_at),
    isBeingDeleted: row.is_being_deleted,
    runsLeft: Number(row.runs_left),
  }));
}

/** Hides a project or brings it back; one that is being deleted stays as it is. Answers whether it changed. */
export async function setArchived(store: Store, id: ProjectId, archivedAt: Date | null): Promise<boolean> {
  const where = { id, deletedAt: null, archivedAt: archivedAt === null ? { not: null } : null };
  const { count } = await store.prisma.project.updateMany({ where, data: { archivedAt } });
  return count > 0;
}

/** Notes that an archived project is to be taken away. Answers whether it was not noted before. */
export async function setDeleted(store: Store, id: ProjectId, deletedAt: Date): Promise<boolean> {
  const where = { id, deletedAt: null, archivedAt: { not: null } };
  const { count } = await store.prisma.project.updateMany({ where, data: { deletedAt } });
  return count > 0;
}

export async function settingsOf(store: Store, id: ProjectId): Promise<ProjectSettings> {
  const row = await store.prisma.project.findFirst({ where: { id }, select: { settings: true } });
  return ProjectSettings.catch(ProjectSettings.parse({})).parse(row?.settings ?? {});
}

export async function setSettings(store: Store, id: ProjectId, settings: ProjectSettings): Promise<void> {
  await store.prisma.project.update({ where: { id }, data: { settings } });
}

/** Projects in use that have a retention, with the slugs to enter them by. */
export async function withRetention(store: Store): Promise<{ workspace: string; project: string }[]> {
  const rows = await store.prisma.project.findMany({
    where: { archivedAt: null, settings: { path: ["retention", "deleteArchivedRunsAfterDays"], gt: 0 } },
    select: { slug: true, workspace: { select: { slug: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ workspace: row.workspace.slug, project: row.slug }));
}

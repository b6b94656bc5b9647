import type { Role, UserId, Workspace, WorkspaceId } from "@assay/contract";
import { toId } from "../convert.ts";
import { findMemberRole, type RoleRow } from "../sql/access/find-role.ts";
import { findWorkspaceById, findWorkspaceBySlug, type WorkspaceRow } from "../sql/access/find-workspace.ts";
import type { Store } from "../store.ts";

export interface WorkspaceRef {
  id: WorkspaceId;
  slug: string;
  name: string;
}

const toRef = (row: { id: string; slug: string; name: string }): WorkspaceRef => ({
  id: toId<WorkspaceId>(row.id),
  slug: row.slug,
  name: row.name,
});

export async function findBySlug(store: Store, slug: string): Promise<WorkspaceRef | null> {
  const [row] = await store.query<WorkspaceRow>(findWorkspaceBySlug, [slug]);
  return row === undefined ? null : toRef(row);
}

export async function findById(store: Store, id: WorkspaceId): Promise<WorkspaceRef | null> {
  const [row] = await store.query<WorkspaceRow>(findWorkspaceById, [id]);
  return row === undefined ? null : toRef(row);
}

/** The workspaces a user belongs to, by name. */
export async function listForUser(store: Store, userId: UserId): Promise<Workspace[]> {
  const rows = await store.prisma.membership.findMany({
    where: { userId },
    include: { workspace: true },
    orderBy: { workspace: { name: "asc" } },
  });
  return rows.map((row) => ({ ...toRef(row.workspace), role: row.role }));
}

export async function roleOf(store: Store, workspaceId: WorkspaceId, userId: UserId): Promise<Role | null> {
  const [row] = await store.query<RoleRow>(findMemberRole, [workspaceId, userId]);
  return row?.role ?? null;
}

export async function create(store: Store, workspace: WorkspaceRef): Promise<void> {
  await store.prisma.workspace.create({ data: workspace });
}

export async function rename(store: Store, id: WorkspaceId, name: string): Promise<void> {
  await store.prisma.workspace.update({ where: { id }, data: { name } });
}

export async function addMember(store: Store, workspaceId: WorkspaceId, userId: UserId, role: Role): Promise<void> {
  await store.prisma.membership.create({ data: { workspaceId, userId, role } });
}

/** The workspace that the first start made. */
export async function findOldest(store: Store): Promise<WorkspaceRef | null> {
  const row = await store.prisma.workspace.findFirst({ orderBy: { createdAt: "asc" } });
  return row === null ? null : toRef(row);
}

import type { Role, WorkspaceId } from "@assay/contract";
import { toId } from "../convert.ts";
import { findServiceRole, type RoleRow } from "../sql/access/find-role.ts";
import type { Store } from "../store.ts";

/** Finds a service account by name, making it when it is missing. */
export async function ensure(
  store: Store,
  account: { id: string; workspaceId: WorkspaceId; name: string; role: Role },
): Promise<string> {
  const { workspaceId, name } = account;
  const row = await store.prisma.serviceAccount.upsert({
    where: { workspaceId_name: { workspaceId, name } },
    create: account,
    update: {},
  });
  return toId(row.id);
}

export async function roleOf(store: Store, workspaceId: WorkspaceId, id: string): Promise<Role | null> {
  const [row] = await store.query<RoleRow>(findServiceRole, [workspaceId, id]);
  return row?.role ?? null;
}

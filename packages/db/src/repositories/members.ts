import type { Member, UserId, WorkspaceId } from "@assay/contract";
import { toId, toMs } from "../convert.ts";
import type { Store } from "../store.ts";

/** Everybody in a workspace, by name. */
export async function list(store: Store, workspaceId: WorkspaceId): Promise<Member[]> {
  const rows = await store.prisma.membership.findMany({
    where: { workspaceId },
    include: { user: true },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map((row) => ({
    userId: toId<UserId>(row.userId),
    name: row.user.name,
    email: row.user.email,
    role: row.role,
    joinedAtMs: toMs(row.joinedAt),
  }));
}

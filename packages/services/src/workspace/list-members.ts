import type { Member } from "@assay/contract";
import { members } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { WorkspaceContext } from "../context.ts";

export async function listMembers({ ctx }: { ctx: WorkspaceContext }): Promise<Member[]> {
  requirePermission(ctx, "member:read");
  return members.list(ctx.db, ctx.workspace.id);
}

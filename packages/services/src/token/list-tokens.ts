import type { ApiToken } from "@assay/contract";
import { tokens } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { WorkspaceContext } from "../context.ts";
import { tokenOwnerFilter } from "./token-owner-filter.ts";

/** A person's own tokens; an admin sees all of the workspace. */
export async function listTokens({ ctx }: { ctx: WorkspaceContext }): Promise<ApiToken[]> {
  requirePermission(ctx, "token:manage");
  return tokens.list(ctx.db, ctx.workspace.id, tokenOwnerFilter(ctx));
}

import { notFound, type TokenId } from "@assay/contract";
import { tokens } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { VerbArgs, WorkspaceContext } from "../context.ts";
import { tokenOwnerFilter } from "./token-owner-filter.ts";

/** Ends a token at once. A person's own; an admin's reach is the workspace. */
export async function revokeToken({ ctx, input }: VerbArgs<WorkspaceContext, { tokenId: TokenId }>): Promise<void> {
  requirePermission(ctx, "token:manage");
  const key = { workspaceId: ctx.workspace.id, id: input.tokenId, userId: tokenOwnerFilter(ctx) };
  await withTx(ctx, async (tx) => {
    if (!(await tokens.revoke(tx, key, ctx.clock.now()))) throw notFound("Token");
    await audit(tx, ctx, { action: "token.revoke", subject: { kind: "token", id: input.tokenId } });
  });
}

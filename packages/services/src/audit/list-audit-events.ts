import { type AuditEvent, invalidInput, type Page } from "@assay/contract";
import { auditEvents } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { VerbArgs, WorkspaceContext } from "../context.ts";

/** The workspace's audit log, newest first. */
export async function listAuditEvents({
  ctx,
  input,
}: VerbArgs<WorkspaceContext, { cursor?: string | undefined; limit: number }>): Promise<Page<AuditEvent>> {
  requirePermission(ctx, "audit:read");
  if (input.cursor !== undefined && !/^\d{1,18}$/.test(input.cursor))
    throw invalidInput("Invalid page token", "cursor");
  const beforeSeq = input.cursor === undefined ? null : BigInt(input.cursor);
  return auditEvents.list(ctx.db, ctx.workspace.id, { beforeSeq, limit: input.limit });
}

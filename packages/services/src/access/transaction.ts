import { auditEvents, type SqlStore, type Store } from "@assay/db";
import type { ProjectContext, ServiceContext, WorkspaceContext } from "../context.ts";
import { actorId, actorName } from "./actor-label.ts";

export interface AuditEntry {
  action: string;
  subject: { kind: string; id: string };
  details?: Record<string, unknown>;
}

/**
 * Runs a consequential change: `work` writes and must call `audit` in the same transaction, so that neither is ever
 * there without the other.
 */
export async function withTx<T>(ctx: ServiceContext, work: (tx: Store) => Promise<T>): Promise<T> {
  await ctx.access.entry?.confirm();
  return ctx.db.transaction(work);
}

/** Runs a change that a run reports about itself. The record of it is the run's own data, not the audit log. */
export async function withTelemetryTx<T>(ctx: ServiceContext, work: (tx: Store) => Promise<T>): Promise<T> {
  await ctx.access.entry?.confirm();
  return ctx.db.transaction(work);
}

/** The same for what scripts log all the time, in statements alone, of which one compares the version of access. */
export function withLogTx<T>(ctx: ServiceContext, work: (tx: SqlStore) => Promise<T>): Promise<T> {
  return ctx.db.sqlTransaction(work);
}

/** Writes to the workspace's audit log. */
export async function audit(tx: Store, ctx: WorkspaceContext | ProjectContext, entry: AuditEntry): Promise<void> {
  await auditEvents.append(tx, {
    workspaceId: ctx.workspace.id,
    projectId: "project" in ctx ? ctx.project.id : null,
    action: entry.action,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    actorName: actorName(ctx.actor),
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    details: entry.details ?? {},
    requestId: ctx.requestId,
  });
}

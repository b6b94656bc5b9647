import type { AuditEvent, Page, WorkspaceId } from "@assay/contract";
import { toMs } from "../convert.ts";
import { appendAuditEvent } from "../sql/audit/append-audit-event.ts";
import type { Store } from "../store.ts";

export interface NewAuditEvent {
  workspaceId: WorkspaceId;
  projectId: string | null;
  action: string;
  actorKind: string;
  actorId: string;
  actorName: string;
  subjectKind: string;
  subjectId: string;
  details: Record<string, unknown>;
  requestId: string;
}

/** Appends an event, sealed with the one before it in its workspace. */
export async function append(store: Store, event: NewAuditEvent): Promise<void> {
  await store.query(appendAuditEvent, [
    event.workspaceId,
    event.projectId,
    event.action,
    event.actorKind,
    event.actorId,
    event.actorName,
    event.subjectKind,
    event.subjectId,
    JSON.stringify(event.details),
    event.requestId,
  ]);
}

/** A workspace's events, newest first. */
export async function list(
  store: Store,
  workspaceId: WorkspaceId,
  page: { beforeSeq: bigint | null; limit: number },
): Promise<Page<AuditEvent>> {
  const rows = await store.prisma.auditEvent.findMany({
    where: { workspaceId, ...(page.beforeSeq === null ? {} : { seq: { lt: page.beforeSeq } }) },
    orderBy: { seq: "desc" },
    take: page.limit + 1,
  });
  const items = rows.slice(0, page.limit).map((row) => ({
    seq: Number(row.seq),
    action: row.action,
    actor: row.actorName,
    subject: `${row.subjectKind} ${row.subjectId}`,
    details: toRecord(row.details),
    atMs: toMs(row.at),
  }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > page.limit && last !== undefined ? String(last.seq) : null };
}

function toRecord(json: unknown): Record<string, unknown> {
  return json !== null && typeof json === "object" ? Object.fromEntries(Object.entries(json)) : {};
}

import {
  type Page,
  type ProjectId,
  type WebhookDelivery,
  WebhookDeliveryId,
  WebhookDeliveryState,
  WebhookEvent,
  type WebhookId,
  type WorkspaceId,
} from "@assay/contract";
import { arrayLiteral, toId, toMs, toMsOrNull } from "../convert.ts";
import { addEvent } from "../sql/webhooks/add-event.ts";
import { findPendingDelivery, type PendingDeliveryRow } from "../sql/webhooks/find-delivery.ts";
import { type DeliveryRow, listDeliveries } from "../sql/webhooks/list-deliveries.ts";
import { recordAttempt } from "../sql/webhooks/record-attempt.ts";
import { restartDelivery } from "../sql/webhooks/restart-delivery.ts";
import { forgetEvents, type OverdueRow, takeOverdue } from "../sql/webhooks/sweep-deliveries.ts";
import type { SqlStore, Store } from "../store.ts";

export interface NewEvent {
  workspaceId: WorkspaceId;
  projectId: ProjectId;
  event: WebhookEvent;
  data: object;
  at: Date;
  deliveries: readonly { id: WebhookDeliveryId; webhookId: WebhookId }[];
}

/** A delivery with all that its next attempt needs. */
export interface PendingDelivery {
  url: string;
  secret: Uint8Array | null;
  isActive: boolean;
  tries: number;
  event: WebhookEvent;
  data: unknown;
  at: Date;
  project: string;
}

/** The job that a delivery's next attempt is. */
export interface DueAttempt {
  deliveryId: WebhookDeliveryId;
  webhookId: WebhookId;
  attempt: number;
}

/** Attempts that are shown of one delivery. */
const ATTEMPTS_SHOWN = 20;

/** Puts down an event and who is to be told of it. */
export async function add(
  tx: SqlStore,
  { workspaceId, projectId, event, data, at, deliveries }: NewEvent,
): Promise<void> {
  const ids = arrayLiteral(deliveries.map(({ id }) => id));
  const webhookIds = arrayLiteral(deliveries.map(({ webhookId }) => webhookId));
  await tx.query(addEvent, [workspaceId, projectId, event, JSON.stringify(data), at, ids, webhookIds]);
}

/** A delivery that waits for the attempt after so many; null when that was made, or it waits for none. */
export async function findPending(
  store: Store,
  id: WebhookDeliveryId,
  attempts: number,
): Promise<PendingDelivery | null> {
  const [row] = await store.query<PendingDeliveryRow>(findPendingDelivery, [id, attempts]);
  if (row === undefined) return null;
  return {
    url: row.url,
    secret: row.secret,
    isActive: row.is_active,
    tries: row.tries,
    event: WebhookEvent.parse(row.event),
    data: row.payload,
    at: row.created_at,
    project: row.project,
  };
}

export interface FinishedAttempt {
  deliveryId: WebhookDeliveryId;
  /** Made before it. */
  attempts: number;
  at: Date;
  durationMs: number;
  status: number | null;
  error: string | null;
  state: WebhookDeliveryState;
  nextAttemptAt: Date | null;
}

/** Writes down an attempt; false when that attempt was written down before. */
export async function record(tx: Store, attempt: FinishedAttempt): Promise<boolean> {
  const { deliveryId, attempts, at, durationMs, status, error, state, nextAttemptAt } = attempt;
  const values = [deliveryId, attempts, at, durationMs, status, error, state, nextAttemptAt];
  return (await tx.query(recordAttempt, values)).length > 0;
}

/** A webhook's deliveries, newest first, and the id to go on after. */
export async function list(
  store: Store,
  projectId: ProjectId,
  webhookId: WebhookId,
  page: { after: WebhookDeliveryId | null; limit: number },
): Promise<Page<WebhookDelivery>> {
  const values = [projectId, webhookId, page.after, page.limit + 1, ATTEMPTS_SHOWN];
  const rows = await store.query<DeliveryRow>(listDeliveries, values);
  const items = rows.slice(0, page.limit).map((row) => ({
    id: WebhookDeliveryId.parse(row.id),
    event: WebhookEvent.parse(row.event),
    state: WebhookDeliveryState.parse(row.state),
    createdAtMs: toMs(row.created_at),
    nextAttemptAtMs: toMsOrNull(row.next_attempt_at),
    attemptCount: row.attempts,
    attempts: row.log,
  }));
  return { items, nextCursor: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Has a delivery tried anew; answers how many attempts were made before, null when there is none such. */
export async function restart(
  tx: Store,
  key: { projectId: ProjectId; webhookId: WebhookId; deliveryId: WebhookDeliveryId },
  now: Date,
): Promise<number | null> {
  const values = [key.projectId, key.webhookId, key.deliveryId, now];
  const [row] = await tx.query<{ attempts: number }>(restartDelivery, values);
  return row?.attempts ?? null;
}

/** Deliveries that were due before a moment and have nobody at work, so it seems; they count as due at `again`. */
export async function takeLost(tx: Store, before: Date, again: Date, limit: number): Promise<DueAttempt[]> {
  const rows = await tx.query<OverdueRow>(takeOverdue, [before, again, limit]);
  return rows.map((row) => ({
    deliveryId: WebhookDeliveryId.parse(row.id),
    webhookId: toId<WebhookId>(row.webhook_id),
    attempt: row.attempts,
  }));
}

/** Forgets what happened before a moment; answers how many events, at most so many. */
export async function forget(store: Store, before: Date, limit: number): Promise<number> {
  const [row] = await store.query<{ count: number }>(forgetEvents, [before, limit]);
  return row?.count ?? 0;
}

import type { WorkspaceId } from "@assay/contract";
import {
  type Page,
  type ProjectId,
  type Webhook,
  WebhookDeliveryState,
  WebhookEvent,
  type WebhookId,
} from "@assay/contract";
import { toId, toMs } from "../convert.ts";
import { findSubscribers } from "../sql/webhooks/find-subscribers.ts";
import { listWebhooks, type WebhookRow } from "../sql/webhooks/list-webhooks.ts";
import type { SqlStore, Store } from "../store.ts";

export interface NewWebhook {
  id: WebhookId;
  workspaceId: WorkspaceId;
  projectId: ProjectId;
  name: string;
  description: string;
  url: string;
  events: WebhookEvent[];
  secret: Uint8Array<ArrayBuffer> | null;
  isActive: boolean;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
}

export type WebhookChange = Partial<
  Pick<NewWebhook, "name" | "description" | "url" | "events" | "secret" | "isActive">
> & { updatedAt: Date };

/** What a request to a webhook needs. */
export interface WebhookTarget {
  url: string;
  secret: Uint8Array | null;
}

const toWebhook = (row: WebhookRow): Webhook => ({
  id: toId<WebhookId>(row.id),
  name: row.name,
  description: row.description,
  url: row.url,
  events: row.events.map((event) => WebhookEvent.parse(event)),
  isActive: row.is_active,
  hasSecret: row.has_secret,
  createdBy: row.created_by,
  createdAtMs: toMs(row.created_at),
  updatedAtMs: toMs(row.updated_at),
  lastState: WebhookDeliveryState.nullable().parse(row.last_state),
});

export async function create(store: Store, webhook: NewWebhook): Promise<void> {
  await store.prisma.webhook.create({ data: webhook });
}

export interface WebhookPage {
  /** Only webhooks that want one of these; null is all. */
  events: readonly WebhookEvent[] | null;
  after: WebhookId | null;
  limit: number;
}

/** A project's webhooks, newest first, and the id to go on after. */
export async function list(
  store: Store,
  projectId: ProjectId,
  { events, after, limit }: WebhookPage,
): Promise<Page<Webhook>> {
  const rows = await store.query<WebhookRow>(listWebhooks, [projectId, null, after, events, limit + 1]);
  const items = rows.slice(0, limit).map(toWebhook);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export async function find(store: Store, projectId: ProjectId, id: WebhookId): Promise<Webhook | null> {
  const [row] = await store.query<WebhookRow>(listWebhooks, [projectId, id, null, null, 1]);
  return row === undefined ? null : toWebhook(row);
}

/** Where a webhook's requests go and what signs them; for who sends them and nobody else. */
export async function targetOf(store: Store, projectId: ProjectId, id: WebhookId): Promise<WebhookTarget | null> {
  return store.prisma.webhook.findFirst({ where: { id, projectId }, select: { url: true, secret: true } });
}

export function count(store: Store, projectId: ProjectId): Promise<number> {
  return store.prisma.webhook.count({ where: { projectId } });
}

/** False when there is none such. */
export async function update(
  store: Store,
  projectId: ProjectId,
  id: WebhookId,
  change: WebhookChange,
): Promise<boolean> {
  const { count: changed } = await store.prisma.webhook.updateMany({ where: { id, projectId }, data: change });
  return changed === 1;
}

/** Deletes a webhook with its deliveries; false when there is none such. */
export async function remove(store: Store, projectId: ProjectId, id: WebhookId): Promise<boolean> {
  const { count: removed } = await store.prisma.webhook.deleteMany({ where: { id, projectId } });
  return removed === 1;
}

/** Who is told of an event in a project; they stay until the transaction ends. */
export async function subscribers(tx: SqlStore, projectId: ProjectId, event: WebhookEvent): Promise<WebhookId[]> {
  const rows = await tx.query<{ id: string }>(findSubscribers, [projectId, event]);
  return rows.map(({ id }) => toId<WebhookId>(id));
}

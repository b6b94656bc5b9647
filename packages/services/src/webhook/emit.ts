import { WebhookDeliveryId, type WebhookEvent, type WebhookId } from "@assay/contract";
import { type SqlStore, webhookDeliveries, webhooks } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/**
 * Tells the project's webhooks of something, in the transaction that makes it so: what is not committed is told to
 * nobody, and what is committed to everybody who wanted it. Without subscribers it costs one indexed look, and `data`
 * is not asked for.
 */
export function emit(
  tx: SqlStore,
  ctx: ProjectContext,
  event: WebhookEvent,
  data: () => object | Promise<object>,
): Promise<void> {
  return emitEach(tx, ctx, event, [data]);
}

/** The same for several of one kind. */
export async function emitEach(
  tx: SqlStore,
  ctx: ProjectContext,
  event: WebhookEvent,
  each: readonly (() => object | Promise<object>)[],
): Promise<void> {
  const subscribers = await webhooks.subscribers(tx, ctx.project.id, event);
  if (subscribers.length === 0) return;
  for (const data of each) await deliver(tx, ctx, event, subscribers, await data());
}

async function deliver(
  tx: SqlStore,
  ctx: ProjectContext,
  event: WebhookEvent,
  subscribers: readonly WebhookId[],
  data: object,
): Promise<void> {
  const deliveries = subscribers.map((webhookId) => ({ id: newDeliveryId(ctx), webhookId }));
  await webhookDeliveries.add(tx, {
    workspaceId: ctx.workspace.id,
    projectId: ctx.project.id,
    event,
    data,
    at: ctx.clock.now(),
    deliveries,
  });
  for (const { id: deliveryId, webhookId } of deliveries) {
    await ctx.jobs.enqueue(tx, "webhook.deliver", { deliveryId, webhookId, attempt: 0 });
  }
}

/** A new id, with the dashes that receivers know UUIDs by. */
export function newDeliveryId({ ids }: Pick<ProjectContext, "ids">): WebhookDeliveryId {
  return WebhookDeliveryId.parse(ids.uuid().replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));
}

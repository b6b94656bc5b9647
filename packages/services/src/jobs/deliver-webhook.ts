import { webhookDeliveries } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";
import { type DeliveryOutcome, deliveryOutcome, waitAfter } from "../webhook/delivery-outcome.ts";
import { deliveryRequest } from "../webhook/delivery-request.ts";

const PAUSED: DeliveryOutcome = { status: null, error: "The webhook is paused", retry: null };

/**
 * Makes one attempt at a delivery, writes down what came of it and, where another may do better, enqueues that in the
 * same transaction. For the worker. Killed between the request and the record it is made again, under the same id.
 */
export async function deliverWebhook({
  ctx,
  input,
}: VerbArgs<ServiceContext, webhookDeliveries.DueAttempt>): Promise<void> {
  const { deliveryId, webhookId, attempt } = input;
  const pending = await webhookDeliveries.findPending(ctx.db, deliveryId, attempt);
  if (pending === null) return;
  const at = ctx.clock.now();
  const outcome = pending.isActive ? await send(ctx, input, pending, at) : PAUSED;
  const now = ctx.clock.now();
  const waitMs = outcome.retry === null ? null : waitAfter(pending.tries + 1, ctx.ids.fraction());
  const delayMs = waitMs === null ? null : Math.max(waitMs, outcome.retry?.notBeforeMs ?? 0);
  await ctx.db.transaction(async (tx) => {
    const isFirst = await webhookDeliveries.record(tx, {
      deliveryId,
      attempts: attempt,
      at,
      durationMs: Math.max(0, now.getTime() - at.getTime()),
      status: outcome.status,
      error: outcome.error,
      state: outcome.error === null ? "delivered" : delayMs === null ? "failed" : "pending",
      nextAttemptAt: delayMs === null ? null : new Date(now.getTime() + delayMs),
    });
    if (!isFirst || delayMs === null) return;
    const next = { deliveryId, webhookId, attempt: attempt + 1 };
    await ctx.jobs.enqueue(tx, "webhook.deliver", next, Math.ceil(delayMs / 1_000));
  });
}

async function send(
  ctx: ServiceContext,
  { deliveryId }: webhookDeliveries.DueAttempt,
  pending: webhookDeliveries.PendingDelivery,
  at: Date,
): Promise<DeliveryOutcome> {
  const answer = await ctx.outbound.post({
    ...deliveryRequest({ ...pending, deliveryId }, pending, at),
    signal: ctx.signal,
  });
  return deliveryOutcome(answer, ctx.clock.now());
}

import type { TestWebhookInput, WebhookTestResult } from "@assay/contract";
import { webhooks } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { deliveryOutcome } from "./delivery-outcome.ts";
import { deliveryRequest } from "./delivery-request.ts";
import { newDeliveryId } from "./emit.ts";
import { EXAMPLE_DATA } from "./example-data.ts";
import { getWebhook } from "./get-webhook.ts";
import { webhookNotFound } from "./webhook-not-found.ts";

type Input = Omit<TestWebhookInput, "workspace" | "project">;

/** Sends an example once and answers what came of it, but nothing of what the receiver said. */
export async function testWebhook({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<WebhookTestResult> {
  requirePermission(ctx, "webhook:manage");
  const { webhookId } = input;
  const { events } = await getWebhook({ ctx, input });
  const receiver = await webhooks.targetOf(ctx.db, ctx.project.id, webhookId);
  const event = input.event ?? events[0];
  if (receiver === null || event === undefined) throw webhookNotFound(webhookId);
  await withTx(ctx, (tx) =>
    audit(tx, ctx, { action: "webhook.test", subject: { kind: "webhook", id: webhookId }, details: { event } }),
  );
  const now = ctx.clock.now();
  const content = {
    deliveryId: newDeliveryId(ctx),
    event,
    data: EXAMPLE_DATA[event],
    at: now,
    project: ctx.project.slug,
  };
  const answer = await ctx.outbound.post({ ...deliveryRequest(content, receiver, now), signal: ctx.signal });
  const { status, error } = deliveryOutcome(answer, now);
  return { isSuccess: error === null, status, error };
}

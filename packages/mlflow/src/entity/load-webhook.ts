import { type Webhook, WebhookId } from "@assay/contract";
import { getWebhook, type ProjectContext, webhookNotFound } from "@assay/services";
import { mlflowEvents } from "./webhook-event.ts";

/**
 * The webhook that the wire names. One that only wants events which the protocol has no words for cannot be shown to
 * its clients, and is nothing to them.
 */
export async function loadWebhook(ctx: ProjectContext, text: string): Promise<Webhook> {
  const id = WebhookId.safeParse(text);
  if (!id.success) throw webhookNotFound(text);
  const webhook = await getWebhook({ ctx, input: { webhookId: id.data } });
  if (mlflowEvents(webhook.events).length === 0) throw webhookNotFound(text);
  return webhook;
}

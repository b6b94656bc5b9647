import type { Webhook, WebhookId } from "@assay/contract";
import { webhooks } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { webhookNotFound } from "./webhook-not-found.ts";

export async function getWebhook({ ctx, input }: VerbArgs<ProjectContext, { webhookId: WebhookId }>): Promise<Webhook> {
  requirePermission(ctx, "webhook:manage");
  const webhook = await webhooks.find(ctx.db, ctx.project.id, input.webhookId);
  if (webhook === null) throw webhookNotFound(input.webhookId);
  return webhook;
}

import type { WebhookId } from "@assay/contract";
import { webhooks } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { webhookNotFound } from "./webhook-not-found.ts";

/** Deletes a webhook with the record of its deliveries; those that wait are not made. */
export async function deleteWebhook({ ctx, input }: VerbArgs<ProjectContext, { webhookId: WebhookId }>): Promise<void> {
  requirePermission(ctx, "webhook:manage");
  const { webhookId } = input;
  await withTx(ctx, async (tx) => {
    if (!(await webhooks.remove(tx, ctx.project.id, webhookId))) throw webhookNotFound(webhookId);
    await audit(tx, ctx, { action: "webhook.delete", subject: { kind: "webhook", id: webhookId } });
  });
}

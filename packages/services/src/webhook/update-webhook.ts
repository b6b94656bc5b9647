import type { UpdateWebhookInput, Webhook } from "@assay/contract";
import { webhooks } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getWebhook } from "./get-webhook.ts";
import { requireReachable } from "./require-reachable.ts";
import { secretBytes, webhookFacts } from "./webhook-facts.ts";
import { webhookNotFound } from "./webhook-not-found.ts";

type Input = Omit<UpdateWebhookInput, "workspace" | "project">;

/** Changes a webhook. Deliveries that wait go where it points by then; while it is paused there are none. */
export async function updateWebhook({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Webhook> {
  requirePermission(ctx, "webhook:manage");
  const { webhookId, name, url, events, description, secret, isActive } = input;
  if (url !== undefined) await requireReachable(ctx, url);
  await withTx(ctx, async (tx) => {
    const isChanged = await webhooks.update(tx, ctx.project.id, webhookId, {
      updatedAt: ctx.clock.now(),
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events: [...new Set(events)] }),
      ...(description === undefined ? {} : { description }),
      ...(secret === undefined ? {} : { secret: secretBytes(secret) }),
      ...(isActive === undefined ? {} : { isActive }),
    });
    if (!isChanged) throw webhookNotFound(webhookId);
    const subject = { kind: "webhook", id: webhookId };
    await audit(tx, ctx, { action: "webhook.update", subject, details: webhookFacts(input) });
  });
  return getWebhook({ ctx, input });
}

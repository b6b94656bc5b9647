import { type CreateWebhookInput, DomainError, WEBHOOK_LIMITS, type Webhook, WebhookId } from "@assay/contract";
import { webhooks } from "@assay/db";
import { actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getWebhook } from "./get-webhook.ts";
import { requireReachable } from "./require-reachable.ts";
import { secretBytes, webhookFacts } from "./webhook-facts.ts";

type Input = Omit<CreateWebhookInput, "workspace" | "project">;

/** Has a project's events sent to a URL from now on. Names need not differ. */
export async function createWebhook({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Webhook> {
  requirePermission(ctx, "webhook:manage");
  await requireReachable(ctx, input.url);
  const id = WebhookId.parse(ctx.ids.uuid());
  const { name, url, events, description, isActive } = input;
  const now = ctx.clock.now();
  await withTx(ctx, async (tx) => {
    if ((await webhooks.count(tx, ctx.project.id)) >= WEBHOOK_LIMITS.perProject) {
      throw new DomainError("CONFLICT", `The project has ${WEBHOOK_LIMITS.perProject} webhooks already`, {
        remedy: "delete some that are not needed",
      });
    }
    await webhooks.create(tx, {
      id,
      workspaceId: ctx.workspace.id,
      projectId: ctx.project.id,
      name,
      description,
      url,
      events: [...new Set(events)],
      secret: secretBytes(input.secret),
      isActive,
      createdBy: actorName(ctx.actor),
      createdAt: now,
      updatedAt: now,
    });
    await audit(tx, ctx, { action: "webhook.create", subject: { kind: "webhook", id }, details: webhookFacts(input) });
  });
  return getWebhook({ ctx, input: { webhookId: id } });
}

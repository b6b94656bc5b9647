import { type CreateWebhookInput, DomainError, WEBHOOK_LIMITS, type Webhook, WebhookId } from "@assay/contract";
import { webhooks } from "@assay/db";
import { actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type Asked, takeUp } from "../creation/take-up.ts";
import { getWebhook } from "./get-webhook.ts";
import { requireReachable } from "./require-reachable.ts";
import { secretBytes, webhookFacts } from "./webhook-facts.ts";

type Input = Omit<CreateWebhookInput, "workspace" | "project"> & Asked;

/** Has a project's events sent to a URL from now on. Names need not differ; a request sent again makes no second one. */
export async function createWebhook({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Webhook> {
  requirePermission(ctx, "webhook:manage");
  await requireReachable(ctx, input.url);
  const { name, url, events, description, isActive } = input;
  const now = ctx.clock.now();
  const webhookId = await withTx(ctx, async (tx) => {
    const asked = await takeUp(tx, ctx, "webhook", input);
    const id = WebhookId.parse(asked.id);
    if (asked.isMade) return id;
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
    return id;
  });
  return getWebhook({ ctx, input: { webhookId } });
}

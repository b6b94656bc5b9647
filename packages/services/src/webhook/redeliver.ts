import { DomainError, notFound, type RedeliverInput } from "@assay/contract";
import { webhookDeliveries } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getWebhook } from "./get-webhook.ts";

type Input = Omit<RedeliverInput, "workspace" | "project">;

/** Sends a delivery once more, at once and under its own id, whatever became of it; when it fails, tries go on anew. */
export async function redeliver({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<void> {
  requirePermission(ctx, "webhook:manage");
  const { webhookId, deliveryId } = input;
  const webhook = await getWebhook({ ctx, input });
  if (!webhook.isActive) {
    throw new DomainError("CONFLICT", `The webhook ${webhook.name} is paused`, { remedy: "resume it first" });
  }
  const now = ctx.clock.now();
  await withTx(ctx, async (tx) => {
    const attempt = await webhookDeliveries.restart(tx, { projectId: ctx.project.id, webhookId, deliveryId }, now);
    if (attempt === null) throw notFound(`Delivery ${deliveryId}`);
    await ctx.jobs.enqueue(tx, "webhook.deliver", { deliveryId, webhookId, attempt });
    const subject = { kind: "webhook", id: webhookId };
    await audit(tx, ctx, { action: "webhook.redeliver", subject, details: { deliveryId } });
  });
}

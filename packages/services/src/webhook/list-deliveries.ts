import { type Page, type WebhookDelivery, WebhookDeliveryId, type WebhookId } from "@assay/contract";
import { webhookDeliveries } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { encodeCursor, queryFingerprint } from "../run/search-cursor.ts";
import { cursorAfter } from "./cursor-after.ts";
import { getWebhook } from "./get-webhook.ts";

interface Input {
  webhookId: WebhookId;
  cursor?: string | undefined;
  limit: number;
}

/** What was sent to a webhook and what came of it, newest first. */
export async function listDeliveries({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Page<WebhookDelivery>> {
  requirePermission(ctx, "webhook:manage");
  const { webhookId, cursor, limit } = input;
  await getWebhook({ ctx, input });
  const fingerprint = queryFingerprint({ kind: "deliveries", projectId: ctx.project.id, webhookId });
  const after = cursorAfter(WebhookDeliveryId, cursor, fingerprint);
  const page = await webhookDeliveries.list(ctx.db, ctx.project.id, webhookId, { after, limit });
  return { ...page, nextCursor: page.nextCursor === null ? null : encodeCursor(fingerprint, [page.nextCursor]) };
}

import { type Page, type Webhook, type WebhookEvent, WebhookId } from "@assay/contract";
import { webhooks } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { encodeCursor, queryFingerprint } from "../run/search-cursor.ts";
import { cursorAfter } from "./cursor-after.ts";

interface Input {
  /** Only webhooks that want one of these. */
  events?: readonly WebhookEvent[];
  cursor?: string | undefined;
  limit: number;
}

/** A project's webhooks, newest first. */
export async function listWebhooks({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Page<Webhook>> {
  requirePermission(ctx, "webhook:manage");
  const { events = null, cursor, limit } = input;
  const fingerprint = queryFingerprint({ kind: "webhooks", projectId: ctx.project.id, events });
  const after = cursorAfter(WebhookId, cursor, fingerprint);
  const { items, nextCursor } = await webhooks.list(ctx.db, ctx.project.id, { events, after, limit });
  return { items, nextCursor: nextCursor === null ? null : encodeCursor(fingerprint, [nextCursor]) };
}

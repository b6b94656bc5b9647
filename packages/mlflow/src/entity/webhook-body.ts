import type { Webhook } from "@assay/contract";
import { mlflowEvents, wireEvent } from "./webhook-event.ts";

/** A webhook as the protocol shows it: never its secret. */
export function webhookBody(webhook: Webhook): object {
  return {
    webhook_id: webhook.id,
    name: webhook.name,
    description: webhook.description === "" ? undefined : webhook.description,
    url: webhook.url,
    events: mlflowEvents(webhook.events).map(wireEvent),
    status: webhook.isActive ? "ACTIVE" : "DISABLED",
    creation_timestamp: webhook.createdAtMs,
    last_updated_timestamp: webhook.updatedAtMs,
  };
}

export const WEBHOOK_STATUS_NUMBERS = { ACTIVE: 1, DISABLED: 2 } as const;

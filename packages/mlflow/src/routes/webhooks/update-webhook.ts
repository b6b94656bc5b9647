import { invalidInput, WEBHOOK_LIMITS } from "@assay/contract";
import { updateWebhook } from "@assay/services";
import { z } from "zod";
import { loadWebhook } from "../../entity/load-webhook.ts";
import { WEBHOOK_STATUS_NUMBERS, webhookBody } from "../../entity/webhook-body.ts";
import { ownEvents, toWebhookEvent, webhookEventField } from "../../entity/webhook-event.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toWebhookName } from "../../wire/to-webhook-name.ts";

/** What is left out stays, and so does an empty name or URL or no events; an empty description or secret goes. */
export const updateWebhookRoute = mlflowRoute({
  method: "PATCH",
  path: "/api/2.0/mlflow/webhooks/{webhook_id}",
  permission: "webhook:manage",
  input: z.object({
    webhook_id: field.text(),
    name: field.value(),
    url: field.value(),
    events: field.list(webhookEventField(), 100),
    description: field.optional(field.text()),
    secret: field.optional(field.text()),
    status: field.optional(field.choice(WEBHOOK_STATUS_NUMBERS)),
  }),
  async handle({ ctx, input }) {
    const { name, url, description, secret, status } = input;
    const events = input.events.map(toWebhookEvent);
    const known = await loadWebhook(ctx, input.webhook_id);
    const { urlLength, descriptionLength, secretLength } = WEBHOOK_LIMITS;
    for (const [field, text = "", most] of [
      ["url", url, urlLength],
      ["description", description, descriptionLength],
      ["secret", secret, secretLength],
    ] as const) {
      if (text.length > most) throw invalidInput(`Webhook ${field} is too long`, field);
    }
    const change = {
      webhookId: known.id,
      name: name === "" ? undefined : toWebhookName(name),
      url: url === "" ? undefined : url,
      events: events.length === 0 ? undefined : [...events, ...ownEvents(known.events)],
      description,
      secret,
      isActive: status === undefined ? undefined : status === "ACTIVE",
    };
    return { webhook: webhookBody(await updateWebhook({ ctx, input: change })) };
  },
});

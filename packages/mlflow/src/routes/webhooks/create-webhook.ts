import { invalidInput, WEBHOOK_LIMITS } from "@assay/contract";
import { createWebhook, creationDigest } from "@assay/services";
import { z } from "zod";
import { WEBHOOK_STATUS_NUMBERS, webhookBody } from "../../entity/webhook-body.ts";
import { toWebhookEvent, webhookEventField } from "../../entity/webhook-event.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toWebhookName } from "../../wire/to-webhook-name.ts";

export const createWebhookRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/webhooks",
  permission: "webhook:manage",
  input: z.object({
    name: field.required(),
    url: field.required(),
    events: field.requiredList(webhookEventField(), 100),
    description: field.value(WEBHOOK_LIMITS.descriptionLength),
    secret: field.value(WEBHOOK_LIMITS.secretLength),
    status: field.optional(field.choice(WEBHOOK_STATUS_NUMBERS)),
  }),
  async handle({ ctx, input, makeOnce }) {
    const { url, description, secret, status } = input;
    const name = toWebhookName(input.name);
    const events = input.events.map(toWebhookEvent);
    if (events.length === 0) throw invalidInput("Webhook events must be a non-empty list of WebhookEvent objects: [].");
    if (url.length > WEBHOOK_LIMITS.urlLength) throw invalidInput("Webhook URL is too long", "url");
    const isActive = status !== "DISABLED";
    const asked = { name, url, events, description, secret, isActive };
    const webhook = await makeOnce(creationDigest(ctx, "webhook", input), (id, request) =>
      createWebhook({ ctx, input: { ...asked, id, request } }),
    );
    return { webhook: webhookBody(webhook) };
  },
});

import { z } from "zod";
import { loadWebhook } from "../../entity/load-webhook.ts";
import { webhookBody } from "../../entity/webhook-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const getWebhookRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/webhooks/{webhook_id}",
  permission: "webhook:manage",
  input: z.object({ webhook_id: field.text() }),
  async handle({ ctx, input }) {
    return { webhook: webhookBody(await loadWebhook(ctx, input.webhook_id)) };
  },
});

import { deleteWebhook } from "@assay/services";
import { z } from "zod";
import { loadWebhook } from "../../entity/load-webhook.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const deleteWebhookRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/webhooks/{webhook_id}",
  permission: "webhook:manage",
  input: z.object({ webhook_id: field.text() }),
  async handle({ ctx, input }) {
    const { id } = await loadWebhook(ctx, input.webhook_id);
    await deleteWebhook({ ctx, input: { webhookId: id } });
    return {};
  },
});

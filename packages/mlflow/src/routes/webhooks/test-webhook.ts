import { testWebhook } from "@assay/services";
import { z } from "zod";
import { loadWebhook } from "../../entity/load-webhook.ts";
import { mlflowEvents, toWebhookEvent, webhookEventField } from "../../entity/webhook-event.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

/** What the receiver answered is not shown: it may be somebody who answers only to machines like this one. */
export const testWebhookRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/webhooks/{webhook_id}/test",
  permission: "webhook:manage",
  input: z.object({ webhook_id: field.text(), event: field.optional(webhookEventField()) }),
  async handle({ ctx, input }) {
    const asked = input.event === undefined ? undefined : toWebhookEvent(input.event);
    const { id, events } = await loadWebhook(ctx, input.webhook_id);
    const event = asked ?? mlflowEvents(events)[0];
    const { isSuccess, status, error } = await testWebhook({ ctx, input: { webhookId: id, event } });
    return {
      result: {
        success: isSuccess,
        response_status: status,
        error_message: error === null ? undefined : `Failed to test webhook: ${error}`,
      },
    };
  },
});

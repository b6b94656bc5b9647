import { invalidInput, MLFLOW_WEBHOOK_EVENTS } from "@assay/contract";
import { listWebhooks } from "@assay/services";
import { z } from "zod";
import { webhookBody } from "../../entity/webhook-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

const MOST = 1_000;
const USUAL = 100;

export const listWebhooksRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/webhooks",
  permission: "webhook:manage",
  input: z.object({ max_results: field.optional(field.int64()), page_token: field.pageToken() }),
  async handle({ ctx, input }) {
    // 0 is how the protocol says nothing.
    const limit = input.max_results === undefined || input.max_results === 0 ? USUAL : input.max_results;
    if (limit < 1 || limit > MOST) throw invalidInput(`max_results must be between 1 and ${MOST}.`, "max_results");
    const page = { events: MLFLOW_WEBHOOK_EVENTS, cursor: input.page_token, limit };
    const { items, nextCursor } = await listWebhooks({ ctx, input: page });
    return { webhooks: items.map(webhookBody), next_page_token: nextCursor };
  },
});

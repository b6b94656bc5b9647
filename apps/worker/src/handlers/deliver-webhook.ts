import { deliverWebhook } from "@assay/services";
import type { Handler } from "../registry.ts";

export const deliverWebhookHandler: Handler<"webhook.deliver"> = (ctx, payload) =>
  deliverWebhook({ ctx, input: payload });

import { Webhook, WebhookInput } from "@assay/contract";
import { getWebhook } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getWebhookProcedure = procedure("webhook:manage")
  .input(WebhookInput)
  .output(Webhook)
  .query(async ({ ctx, input }) => getWebhook({ ctx: await inProject(ctx, input), input }));

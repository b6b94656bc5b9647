import { TestWebhookInput, WebhookTestResult } from "@assay/contract";
import { testWebhook } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const testWebhookProcedure = procedure("webhook:manage")
  .input(TestWebhookInput)
  .output(WebhookTestResult)
  .mutation(async ({ ctx, input }) => testWebhook({ ctx: await inProject(ctx, input), input }));

import { CreateWebhookInput, Webhook } from "@assay/contract";
import { createWebhook } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const createWebhookProcedure = procedure("webhook:manage")
  .input(CreateWebhookInput)
  .output(Webhook)
  .mutation(async ({ ctx, input }) => createWebhook({ ctx: await inProject(ctx, input), input }));

import { UpdateWebhookInput, Webhook } from "@assay/contract";
import { updateWebhook } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateWebhookProcedure = procedure("webhook:manage")
  .input(UpdateWebhookInput)
  .output(Webhook)
  .mutation(async ({ ctx, input }) => updateWebhook({ ctx: await inProject(ctx, input), input }));

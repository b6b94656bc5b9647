import { WebhookInput } from "@assay/contract";
import { deleteWebhook } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const deleteWebhookProcedure = procedure("webhook:manage")
  .input(WebhookInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => deleteWebhook({ ctx: await inProject(ctx, input), input }));

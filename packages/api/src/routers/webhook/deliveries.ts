import { ListDeliveriesInput, pageOf, WebhookDelivery } from "@assay/contract";
import { listDeliveries } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listDeliveriesProcedure = procedure("webhook:manage")
  .input(ListDeliveriesInput)
  .output(pageOf(WebhookDelivery))
  .query(async ({ ctx, input }) => listDeliveries({ ctx: await inProject(ctx, input), input }));

import { router } from "../../init.ts";
import { createWebhookProcedure } from "./create.ts";
import { deleteWebhookProcedure } from "./delete.ts";
import { listDeliveriesProcedure } from "./deliveries.ts";
import { getWebhookProcedure } from "./get.ts";
import { listWebhooksProcedure } from "./list.ts";
import { redeliverProcedure } from "./redeliver.ts";
import { testWebhookProcedure } from "./test.ts";
import { updateWebhookProcedure } from "./update.ts";

export const webhookRouter = router({
  list: listWebhooksProcedure,
  get: getWebhookProcedure,
  create: createWebhookProcedure,
  update: updateWebhookProcedure,
  delete: deleteWebhookProcedure,
  test: testWebhookProcedure,
  deliveries: listDeliveriesProcedure,
  redeliver: redeliverProcedure,
});

import type { EntityFilter } from "@assay/contract";
import { searchModels } from "@assay/services";
import { z } from "zod";
import { registeredModelBodies } from "../../entity/load-registered-models.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { registeredModelDialect } from "../../search/dialects.ts";
import { gatherPage } from "../../search/gather-page.ts";
import { withoutPrompts } from "../../search/without-prompts.ts";
import { field } from "../../wire/field.ts";

export const searchRegisteredModelsRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/registered-models/search",
  permission: "model:read",
  input: z.object({
    filter: field.optional(field.text()),
    max_results: field.maxResults(1_000, 100),
    order_by: field.list(field.text()),
    page_token: field.pageToken(),
  }),
  async handle({ ctx, input }) {
    const filter: EntityFilter<"registeredModel"> = withoutPrompts(registeredModelDialect.filter(input.filter));
    const orders = registeredModelDialect.orders(input.order_by);
    const { items, nextCursor } = await gatherPage(input.max_results, input.page_token, (cursor, limit) =>
      searchModels({ ctx, input: { filter, orders, cursor, limit } }),
    );
    return { registered_models: await registeredModelBodies(ctx, items), next_page_token: nextCursor };
  },
});

import { searchVersions } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { modelVersionDialect } from "../../search/dialects.ts";
import { gatherPage } from "../../search/gather-page.ts";
import { withoutPrompts } from "../../search/without-prompts.ts";
import { field } from "../../wire/field.ts";

export const searchModelVersionsRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/model-versions/search",
  permission: "model:read",
  input: z.object({
    filter: field.optional(field.text()),
    max_results: field.maxResults(200_000, 10_000),
    order_by: field.list(field.text()),
    page_token: field.pageToken(),
  }),
  async handle({ ctx, input }) {
    const filter = withoutPrompts(modelVersionDialect.filter(input.filter));
    const orders = modelVersionDialect.orders(input.order_by);
    const { items, nextCursor } = await gatherPage(input.max_results, input.page_token, (cursor, limit) =>
      searchVersions({ ctx, input: { filter, orders, cursor, limit } }),
    );
    return { model_versions: items.map(versionBody), next_page_token: nextCursor };
  },
});

import { searchExperiments } from "@assay/services";
import { z } from "zod";
import { experimentBody } from "../../entity/experiment-body.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { lifecycleOf, VIEW_TYPE_NUMBERS } from "../../entity/view-type.ts";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { experimentDialect } from "../../search/dialects.ts";
import { gatherPage } from "../../search/gather-page.ts";
import { field } from "../../wire/field.ts";

const searchRoute = (method: "GET" | "POST"): MlflowRoute =>
  mlflowRoute({
    method,
    path: "/api/2.0/mlflow/experiments/search",
    permission: "experiment:read",
    input: z.object({
      filter: field.optional(field.text()),
      order_by: field.list(field.text()),
      view_type: field.optional(field.choice(VIEW_TYPE_NUMBERS)),
      max_results: field.maxResults(50_000, 1_000),
      page_token: field.pageToken(),
    }),
    async handle({ ctx, input }) {
      const filter = experimentDialect.filter(input.filter);
      const orders = experimentDialect.orders(input.order_by);
      const lifecycle = lifecycleOf(input.view_type);
      const { items, nextCursor } = await gatherPage(input.max_results, input.page_token, (cursor, limit) =>
        searchExperiments({ ctx, input: { filter, orders, lifecycle, cursor, limit } }),
      );
      const scope = projectAddress(ctx);
      return { experiments: items.map((one) => experimentBody(scope, one)), next_page_token: nextCursor };
    },
  });

export const searchExperimentsRoutes = [searchRoute("POST"), searchRoute("GET")];

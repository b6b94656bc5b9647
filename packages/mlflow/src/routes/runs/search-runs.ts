import { searchRunRecords } from "@assay/services";
import { z } from "zod";
import { projectAddress } from "../../entity/project-address.ts";
import { runBody } from "../../entity/run-body.ts";
import { lifecycleOf, VIEW_TYPE_NUMBERS } from "../../entity/view-type.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { gatherPage } from "../../search/gather-page.ts";
import { parseOrderBy, refuseRepeats } from "../../search/parse-order-by.ts";
import { parseRunFilter } from "../../search/parse-run-filter.ts";
import { readRunOrderField } from "../../search/read-run-fields.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumbers } from "../../wire/to-experiment-number.ts";

export const searchRunsRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/search",
  permission: "run:read",
  input: z.object({
    experiment_ids: field.list(field.text()),
    filter: field.optional(field.text()),
    run_view_type: field.optional(field.choice(VIEW_TYPE_NUMBERS)),
    max_results: field.maxResults(50_000, 1_000),
    order_by: field.list(field.text()),
    page_token: field.pageToken(),
  }),
  async handle({ ctx, input }) {
    const scope = projectAddress(ctx);
    const filter = parseRunFilter(scope, input.filter ?? "");
    const orders = parseOrderBy(input.order_by, readRunOrderField);
    refuseRepeats(orders);
    // Here, params are texts also where they look like numbers.
    const sort = orders.map((order) => ({ ...order, comparesText: true }));
    const experiments = toExperimentNumbers(input.experiment_ids);
    const lifecycle = lifecycleOf(input.run_view_type);
    const { items, nextCursor } = await gatherPage(input.max_results, input.page_token, async (cursor, limit) => {
      const page = await searchRunRecords({ ctx, input: { experiments, filter, lifecycle, sort, cursor, limit } });
      return { ...page, items: page.items.map((record) => runBody(scope, record)) };
    });
    return { runs: items, next_page_token: nextCursor };
  },
});

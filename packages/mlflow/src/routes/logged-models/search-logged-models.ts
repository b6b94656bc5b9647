import { type EntityOrder, invalidInput, type NamedDataset } from "@assay/contract";
import { searchLoggedModels } from "@assay/services";
import { z } from "zod";
import { describedBodies } from "../../entity/load-logged-model.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { loggedModelDialect } from "../../search/dialects.ts";
import { gatherPage } from "../../search/gather-page.ts";
import { commonDatasets, onDatasets } from "../../search/on-datasets.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumbers } from "../../wire/to-experiment-number.ts";

const dataset = z.object({ dataset_name: field.required(), dataset_digest: field.optional(field.text()) });
const order = z.object({
  field_name: field.text(),
  ascending: field.optional(field.bool()),
  dataset_name: field.optional(field.text()),
  dataset_digest: field.optional(field.text()),
});

export const searchLoggedModelsRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/logged-models/search",
  permission: "run:read",
  input: z.object({
    experiment_ids: field.requiredList(field.text()),
    filter: field.optional(field.text()),
    datasets: field.list(dataset, 100),
    order_by: field.list(order, 10),
    max_results: field.maxResults(1_000, 100),
    page_token: field.pageToken(),
  }),
  async handle({ ctx, input }) {
    if (input.experiment_ids.length === 0)
      throw invalidInput("At least one experiment id is needed to search logged models", "experiment_ids");
    const experimentNumbers = toExperimentNumbers(input.experiment_ids);
    const datasets = input.datasets.length === 0 ? null : input.datasets.map(toNamed);
    const filter = onDatasets(loggedModelDialect.filter(input.filter), datasets);
    const asked = input.order_by.map((one) => toOrder(one, datasets));
    const orders = asked.length === 0 ? loggedModelDialect.orders([]) : loggedModelDialect.complete(asked);
    const { items, nextCursor } = await gatherPage(input.max_results, input.page_token, (cursor, limit) =>
      searchLoggedModels({ ctx, input: { filter, orders, experimentNumbers, cursor, limit } }),
    );
    return { models: await describedBodies(ctx, items), next_page_token: nextCursor };
  },
});

/** An empty digest is none. */
const toNamed = ({ dataset_name: name, dataset_digest: digest = "" }: z.output<typeof dataset>): NamedDataset => ({
  name,
  digest: digest === "" ? null : digest,
});

/** A metric is ordered by on the datasets of the whole search, and on its own one when it names one. */
function toOrder(
  { field_name, ascending = true, dataset_name = "", dataset_digest }: z.output<typeof order>,
  datasets: readonly NamedDataset[] | null,
): EntityOrder<"loggedModel"> {
  const found = loggedModelDialect.readOrderField(field_name);
  const direction = ascending ? ("asc" as const) : ("desc" as const);
  if (found.entity !== "metric") return { field: found, direction };
  const own = dataset_name === "" ? null : toNamed({ dataset_name, dataset_digest });
  return { field: { ...found, datasets: commonDatasets(own, datasets) }, direction };
}

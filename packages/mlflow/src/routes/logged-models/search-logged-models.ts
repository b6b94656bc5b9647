import { type EntityField, type EntityFilter, type EntityMetricField, invalidInput } from "@assay/contract";
import { searchLoggedModels } from "@assay/services";
import { z } from "zod";
import { describedBodies } from "../../entity/load-logged-model.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { loggedModelDialect } from "../../search/dialects.ts";
import { gatherPage } from "../../search/gather-page.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumbers } from "../../wire/to-experiment-number.ts";

const dataset = z.object({ dataset_name: field.text(), dataset_digest: field.optional(field.text()) });
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
    const filter = onDatasets(loggedModelDialect.filter(input.filter), input.datasets);
    const asked = input.order_by.map(toOrder);
    const orders = asked.length === 0 ? loggedModelDialect.orders([]) : loggedModelDialect.complete(asked);
    const { items, nextCursor } = await gatherPage(input.max_results, input.page_token, (cursor, limit) =>
      searchLoggedModels({ ctx, input: { filter, orders, experimentNumbers, cursor, limit } }),
    );
    return { models: await describedBodies(ctx, items), next_page_token: nextCursor };
  },
});

function toOrder({ field_name, ascending = true, dataset_name, dataset_digest }: z.output<typeof order>) {
  const found = loggedModelDialect.readOrderField(field_name);
  const direction = ascending ? ("asc" as const) : ("desc" as const);
  if (found.entity !== "metric" || dataset_name === undefined) return { field: found, direction };
  return { field: { ...found, dataset: { name: dataset_name, digest: dataset_digest ?? null } }, direction };
}

/** Metric clauses look at what was measured on any of the given datasets only. */
function onDatasets(
  filter: EntityFilter<"loggedModel"> | null,
  datasets: readonly z.output<typeof dataset>[],
): EntityFilter<"loggedModel"> | null {
  if (filter === null || datasets.length === 0) return filter;
  switch (filter.kind) {
    case "and":
    case "or":
      return { ...filter, nodes: filter.nodes.map((node) => onDatasets(node, datasets) ?? node) };
    case "not":
      return { ...filter, node: onDatasets(filter.node, datasets) ?? filter.node };
    default: {
      if (!isMetric(filter.field)) return filter;
      const metric = filter.field;
      return {
        kind: "or",
        nodes: datasets.map(({ dataset_name: name, dataset_digest: digest = null }) => ({
          ...filter,
          field: { ...metric, dataset: { name, digest } },
        })),
      };
    }
  }
}

const isMetric = (candidate: EntityField<"loggedModel">): candidate is EntityMetricField =>
  candidate.entity === "metric";

import type { EntityField, EntityFilter, EntityMetricField, NamedDataset } from "@assay/contract";
import { fieldsOf } from "@assay/domain";

/** The datasets that are `own` and among the others. */
export function commonDatasets(
  own: NamedDataset | null,
  others: readonly NamedDataset[] | null,
): readonly NamedDataset[] | null {
  if (own === null) return others;
  if (others === null) return [own];
  return others
    .filter(({ name, digest }) => name === own.name && (digest ?? own.digest) === (own.digest ?? digest))
    .map(({ name, digest }) => ({ name, digest: digest ?? own.digest }));
}

/** Metric clauses look at what was measured on any of the datasets; without such a clause, anything must have been. */
export function onDatasets(
  filter: EntityFilter<"loggedModel"> | null,
  datasets: readonly NamedDataset[] | null,
): EntityFilter<"loggedModel"> | null {
  if (datasets === null) return filter;
  if (filter !== null && fieldsOf(filter).some(isMetric)) return onlyOn(filter, datasets);
  const measured: EntityFilter<"loggedModel"> = {
    kind: "null",
    field: { entity: "metric", key: null, datasets },
    isNegated: true,
  };
  return filter === null ? measured : { kind: "and", nodes: [filter, measured] };
}

function onlyOn(filter: EntityFilter<"loggedModel">, datasets: readonly NamedDataset[]): EntityFilter<"loggedModel"> {
  switch (filter.kind) {
    case "and":
    case "or":
      return { ...filter, nodes: filter.nodes.map((node) => onlyOn(node, datasets)) };
    case "not":
      return { ...filter, node: onlyOn(filter.node, datasets) };
    default:
      return isMetric(filter.field) ? { ...filter, field: { ...filter.field, datasets } } : filter;
  }
}

const isMetric = (candidate: EntityField<"loggedModel">): candidate is EntityMetricField =>
  candidate.entity === "metric";

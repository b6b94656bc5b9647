import type { EntityField, EntityFilter, EntityMetricField, NamedDataset } from "@assay/contract";
import { fieldsOf, mapLeaves } from "@assay/domain";

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
  if (filter !== null && fieldsOf(filter).some(isMetric)) {
    return mapLeaves(filter, (leaf) => (isMetric(leaf.field) ? { ...leaf, field: { ...leaf.field, datasets } } : leaf));
  }
  const measured: EntityFilter<"loggedModel"> = {
    kind: "null",
    field: { entity: "metric", key: null, datasets },
    isNegated: true,
  };
  return filter === null ? measured : { kind: "and", nodes: [filter, measured] };
}

const isMetric = (candidate: EntityField<"loggedModel">): candidate is EntityMetricField =>
  candidate.entity === "metric";

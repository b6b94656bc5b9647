import type { Filter } from "./filter.ts";

/** What can be searched besides runs, and the attributes each may be filtered and sorted by. Times are epoch ms. */
export const ENTITY_ATTRIBUTES = {
  experiment: ["name", "number", "created_at", "updated_at"],
  registeredModel: ["name", "created_at", "updated_at"],
  modelVersion: ["name", "number", "run_id", "source_uri", "created_at", "updated_at"],
  loggedModel: ["id", "name", "model_type", "status", "run_id", "created_at", "updated_at"],
} as const;
export type EntityKind = keyof typeof ENTITY_ATTRIBUTES;
export type EntityAttribute<Kind extends EntityKind> = (typeof ENTITY_ATTRIBUTES)[Kind][number];

/** A dataset by its name; whichever digest it has when that is null. */
export interface NamedDataset {
  name: string;
  digest: string | null;
}

/** The latest value of a metric noted for a logged model. */
export interface EntityMetricField {
  entity: "metric";
  /** Any metric when null, of which can only be asked whether there is one. */
  key: string | null;
  /** Noted on any of these; when null, on whichever or none. */
  datasets: readonly NamedDataset[] | null;
}

export type EntityColumnField<Kind extends EntityKind> =
  | { entity: "attribute"; name: EntityAttribute<Kind> }
  | { entity: "tag" | "param"; key: string };

/** What a filter or sort of such a search looks at. Only logged models have params and metrics. */
export type EntityField<Kind extends EntityKind> = EntityColumnField<Kind> | EntityMetricField;

export type EntityFilter<Kind extends EntityKind> = Filter<EntityField<Kind>>;

export interface EntityOrder<Kind extends EntityKind> {
  field: EntityField<Kind>;
  direction: "asc" | "desc";
}

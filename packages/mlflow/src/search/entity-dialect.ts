import {
  type EntityAttribute,
  type EntityField,
  type EntityFilter,
  type EntityKind,
  type EntityOrder,
  invalidInput,
} from "@assay/contract";
import { parseFilter } from "@assay/domain";
import { mapFilterValues } from "./map-filter.ts";
import { parseOrderBy } from "./parse-order-by.ts";
import { splitField } from "./split-field.ts";

interface DialectOptions<Kind extends EntityKind> {
  attributes: Record<string, EntityAttribute<Kind>>;
  /** Params and metrics besides tags. */
  hasValues?: boolean;
  /** The order where none is asked. */
  standard: readonly EntityOrder<Kind>[];
  /** What breaks ties; ends in an attribute that is unique. */
  ties: readonly EntityOrder<Kind>[];
  spell?: (field: EntityField<Kind>, value: string) => string;
}

export interface EntityDialect<Kind extends EntityKind> {
  readField(text: string): EntityField<Kind>;
  filter(text: string | undefined): EntityFilter<Kind> | null;
  orders(clauses: readonly string[]): EntityOrder<Kind>[];
  /** Orders already read, with the tie-break after them. */
  complete(orders: readonly EntityOrder<Kind>[]): EntityOrder<Kind>[];
}

/** Filter and order_by of one kind of thing, in MLflow's words for its attributes. */
export function entityDialect<Kind extends EntityKind>(options: DialectOptions<Kind>): EntityDialect<Kind> {
  const { attributes, hasValues = false, standard, ties, spell = (_field, value) => value } = options;
  const readField = (text: string): EntityField<Kind> => {
    const { prefix, name } = splitField(text);
    if (prefix === "tag") return { entity: "tag", key: name };
    if (prefix === "param" && hasValues) return { entity: "param", key: name };
    if (prefix === "metric" && hasValues) return { entity: "metric", key: name, dataset: null };
    const attribute = prefix === "attribute" && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute !== undefined) return { entity: "attribute", name: attribute };
    throw invalidInput(
      `Invalid attribute key '${text}' specified. Valid keys are ${Object.keys(attributes).join(", ")}, tags.<key>`,
      "filter",
    );
  };
  const complete = (orders: readonly EntityOrder<Kind>[]): EntityOrder<Kind>[] => {
    const seen = new Set(orders.map(({ field }) => JSON.stringify(field)));
    return [...orders, ...ties.filter(({ field }) => !seen.has(JSON.stringify(field)))];
  };
  return {
    readField,
    complete,
    filter(text = "") {
      const filter = parseFilter<EntityField<Kind>>(text, readField);
      return filter === null ? null : mapFilterValues(filter, spell);
    },
    orders: (clauses) => complete(clauses.length === 0 ? standard : parseOrderBy(clauses, readField)),
  };
}

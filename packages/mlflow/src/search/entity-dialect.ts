import {
  type EntityAttribute,
  type EntityField,
  type EntityFilter,
  type EntityKind,
  type EntityOrder,
  invalidInput,
} from "@assay/contract";
import { type FieldRule, NUMBER, type RuledField } from "./field-rule.ts";
import { parseMlflowFilter, type Spelling } from "./parse-mlflow-filter.ts";
import { parseOrderBy } from "./parse-order-by.ts";
import { type FieldPrefix, splitField } from "./split-field.ts";

interface DialectAttribute<Kind extends EntityKind> {
  name: EntityAttribute<Kind>;
  /** Left out of what filters may look at. */
  rule?: FieldRule;
  /** Whether orders may look at it. */
  isOrdered: boolean;
}

interface DialectOptions<Kind extends EntityKind> {
  attributes: Record<string, DialectAttribute<Kind>>;
  prefixes: Readonly<Record<string, FieldPrefix>>;
  /** How tags and params are compared. */
  values: FieldRule;
  /** The order where none is asked. */
  standard: readonly EntityOrder<Kind>[];
  /** What breaks ties; ends in an attribute that is unique. */
  ties: readonly EntityOrder<Kind>[];
  spell?: Spelling<EntityField<Kind>>;
}

export interface EntityDialect<Kind extends EntityKind> {
  /** What an order looks at. */
  readOrderField(source: string): EntityField<Kind>;
  filter(text: string | undefined): EntityFilter<Kind> | null;
  orders(clauses: readonly string[]): EntityOrder<Kind>[];
  /** Orders already read, with the tie-break after them. */
  complete(orders: readonly EntityOrder<Kind>[]): EntityOrder<Kind>[];
}

/** Filter and order_by of one kind of thing, in MLflow's words for its attributes. */
export function entityDialect<Kind extends EntityKind>(options: DialectOptions<Kind>): EntityDialect<Kind> {
  const { attributes, prefixes, values, standard, ties, spell = (_field, value) => value } = options;

  const findAttribute = (name: string, isWanted: (found: DialectAttribute<Kind>) => boolean) => {
    const found = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (found !== undefined && isWanted(found)) return found;
    const known = Object.keys(attributes).filter((key) => attributes[key] !== undefined && isWanted(attributes[key]));
    throw invalidInput(`Invalid attribute key '${name}' specified. Valid keys are ${known.join(", ")}`, "filter");
  };

  const readFilterField = (source: string): RuledField<EntityField<Kind>> => {
    const { prefix, name } = splitField(source, prefixes);
    if (prefix === "tag" || prefix === "param") return { field: { entity: prefix, key: name }, rule: values, source };
    if (prefix === "metric") return { field: { entity: "metric", key: name, datasets: null }, rule: NUMBER, source };
    const { name: attribute, rule = values } = findAttribute(name, (found) => found.rule !== undefined);
    return { field: { entity: "attribute", name: attribute }, rule, source };
  };

  const readOrderField = (source: string): EntityField<Kind> => {
    const { prefix, name } = splitField(source, prefixes);
    if (prefix === "metric") return { entity: "metric", key: name, datasets: null };
    if (prefix !== "attribute") throw invalidInput(`Invalid order_by entity: ${prefix}`, "order_by");
    return { entity: "attribute", name: findAttribute(name, (found) => found.isOrdered).name };
  };

  const complete = (orders: readonly EntityOrder<Kind>[]): EntityOrder<Kind>[] => {
    // A column that comes again orders nothing any more.
    const seen = new Set<string>();
    return [...orders, ...ties].filter(({ field }) => {
      const column = JSON.stringify(field);
      return !seen.has(column) && seen.add(column) !== undefined;
    });
  };

  return {
    readOrderField,
    complete,
    filter: (text = "") => parseMlflowFilter(text, readFilterField, spell),
    orders: (clauses) => complete(clauses.length === 0 ? standard : parseOrderBy(clauses, readOrderField)),
  };
}

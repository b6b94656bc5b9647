import {
  type EntityColumnField,
  type EntityField,
  type EntityFilter,
  type EntityKind,
  type EntityMetricField,
  invalidInput,
  type NamedDataset,
} from "@assay/contract";
import { escapeSql } from "../escape-sql.ts";
import type { Parameters } from "../parameters.ts";
import type { EntityTable } from "./entity-tables.ts";

/** A filter as a boolean SQL expression over `t`; every value is a parameter. A missing value satisfies only IS NULL. */
export function entityFilterSql<Kind extends EntityKind>(
  filter: EntityFilter<Kind>,
  table: EntityTable<Kind>,
  parameters: Parameters,
): string {
  switch (filter.kind) {
    case "and":
    case "or": {
      const parts = filter.nodes.map((node) => entityFilterSql(node, table, parameters));
      return `(${parts.join(filter.kind === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return `(NOT ${entityFilterSql(filter.node, table, parameters)})`;
    case "null": {
      const { field } = filter;
      const exists =
        field.entity === "metric"
          ? `EXISTS (${metricRows(field, parameters)})`
          : `(${columnSql(field, table, parameters)} IS NOT NULL)`;
      return filter.isNegated ? exists : `(NOT ${exists})`;
    }
    case "in":
      return inSql(filter.field, filter.values, filter.isNegated, table, parameters);
    case "compare":
      return compareSql(filter, table, parameters);
  }
}

type Compare<Kind extends EntityKind> = Extract<EntityFilter<Kind>, { kind: "compare" }>;

function inSql<Kind extends EntityKind>(
  field: EntityField<Kind>,
  values: string[],
  isNegated: boolean,
  table: EntityTable<Kind>,
  parameters: Parameters,
): string {
  if (isNumber(field, table)) throw invalidInput(`${describe(field)} is a number and cannot be used with IN`, "filter");
  const list = parameters.add(values, "text[]");
  return testSql(field, table, parameters, (column) => `${column} ${isNegated ? "<> ALL" : "= ANY"}(${list})`);
}

function compareSql<Kind extends EntityKind>(
  { field, operator, value }: Compare<Kind>,
  table: EntityTable<Kind>,
  parameters: Parameters,
): string {
  const wantsNumber = isNumber(field, table);
  const isPattern = operator === "LIKE" || operator === "ILIKE";
  if (wantsNumber && (isPattern || typeof value !== "number")) {
    throw invalidInput(`${describe(field)} is compared with a number, as in ${describe(field)} > 5`, "filter");
  }
  if (!wantsNumber && (typeof value === "number" || !(isPattern || operator === "=" || operator === "!="))) {
    throw invalidInput(`${describe(field)} is compared with a 'quoted text' by =, !=, LIKE or ILIKE`, "filter");
  }
  const placeholder = parameters.add(value, wantsNumber ? "float8" : "text");
  return testSql(field, table, parameters, (column) => `${column} ${operator} ${placeholder}${escapeSql(operator)}`);
}

function testSql<Kind extends EntityKind>(
  field: EntityField<Kind>,
  table: EntityTable<Kind>,
  parameters: Parameters,
  test: (column: string) => string,
): string {
  // A NaN satisfies no comparison.
  const value =
    field.entity === "metric"
      ? `nullif(${latestValueSql(field, parameters)}, 'NaN')`
      : columnSql(field, table, parameters);
  return `coalesce(${test(value)}, false)`;
}

/** A metric's latest value: of the highest step, as runs have it. */
export const latestValueSql = (field: EntityMetricField, parameters: Parameters): string =>
  `(${metricRows(field, parameters)} ORDER BY m.step DESC, m.time_ms DESC, m.value DESC LIMIT 1)`;

/** Values of a metric of the logged model `t`, on the asked datasets. */
function metricRows({ key, datasets }: EntityMetricField, parameters: Parameters): string {
  const where = ["m.logged_model_id = t.id"];
  if (key !== null) where.push(`m.key = ${parameters.add(key, "text")}`);
  if (datasets !== null) where.push(`(${datasets.map((one) => isOnSql(one, parameters)).join(" OR ") || "false"})`);
  return `SELECT m.value FROM logged_model_metric m WHERE ${where.join(" AND ")}`;
}

function isOnSql({ name, digest }: NamedDataset, parameters: Parameters): string {
  const isNamed = `m.dataset_name = ${parameters.add(name, "text")}`;
  return digest === null ? isNamed : `(${isNamed} AND m.dataset_digest = ${parameters.add(digest, "text")})`;
}

/** The expression an attribute, tag or param is read by. */
export function columnSql<Kind extends EntityKind>(
  field: EntityColumnField<Kind>,
  table: EntityTable<Kind>,
  parameters: Parameters,
): string {
  if (field.entity === "attribute") return table.attributes[field.name].sql;
  return `(t.${field.entity}s ->> ${parameters.add(field.key, "text")})`;
}

function isNumber<Kind extends EntityKind>(field: EntityField<Kind>, table: EntityTable<Kind>): boolean {
  if (field.entity === "attribute") return table.attributes[field.name].type === "float8";
  return field.entity === "metric";
}

const describe = <Kind extends EntityKind>(field: EntityField<Kind>): string =>
  field.entity === "attribute" ? field.name : `${field.entity}s.${field.key}`;

import {
  type EntityColumnField,
  type EntityField,
  type EntityFilter,
  type EntityKind,
  type EntityMetricField,
  invalidInput,
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
      const exists = testSql(filter.field, table, parameters, (column) => `${column} IS NOT NULL`);
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
  if (field.entity === "metric") {
    return `EXISTS (${metricRows(field, parameters)} AND ${test("m.value")} AND m.value <> 'NaN')`;
  }
  return `coalesce(${test(columnSql(field, table, parameters))}, false)`;
}

/** Metric rows of the logged model `t`, on the asked dataset. */
export function metricRows(field: EntityMetricField, parameters: Parameters, columns = "1"): string {
  const { dataset } = field;
  const where = [`m.logged_model_id = t.id`, `m.key = ${parameters.add(field.key, "text")}`];
  if (dataset !== null) where.push(`m.dataset_name = ${parameters.add(dataset.name, "text")}`);
  if (dataset !== null && dataset.digest !== null)
    where.push(`m.dataset_digest = ${parameters.add(dataset.digest, "text")}`);
  return `SELECT ${columns} FROM logged_model_metric m WHERE ${where.join(" AND ")}`;
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

import { type CompareOperator, invalidInput, type RunField, type RunFilter } from "@assay/contract";
import { escapeSql } from "../escape-sql.ts";
import { AGGREGATE_SQL, ATTRIBUTE_SQL } from "./field-sql.ts";
import type { RunParameters } from "./run-parameters.ts";

/** A run filter as a boolean SQL expression over `run r`; every value is a parameter. */
export function filterSql(filter: RunFilter, parameters: RunParameters): string {
  switch (filter.kind) {
    case "and":
    case "or":
      return `(${filter.nodes.map((node) => filterSql(node, parameters)).join(filter.kind === "and" ? " AND " : " OR ")})`;
    case "not":
      return `(NOT ${filterSql(filter.node, parameters)})`;
    case "compare":
      return compareSql(filter.field, filter.operator, filter.value, parameters);
    case "in":
      return inSql(filter.field, filter.values, filter.isNegated, parameters);
    case "null":
      return nullSql(filter.field, filter.isNegated, parameters);
  }
}

type Test = (column: string) => string;

function compareSql(
  field: RunField,
  operator: CompareOperator,
  value: string | number,
  parameters: RunParameters,
): string {
  const isPattern = operator === "LIKE" || operator === "ILIKE";
  const wantsNumber =
    field.entity === "metric" || (field.entity === "attribute" && ATTRIBUTE_SQL[field.name].type === "float8");
  if (wantsNumber && (isPattern || typeof value !== "number")) {
    throw invalidInput(`${describe(field)} is compared with a number, as in ${describe(field)} > 0.5`, "filter");
  }
  if (field.entity === "param" && typeof value === "number" && !isPattern) {
    const placeholder = parameters.add(value, "float8");
    return existsSql("param", field.key, parameters, () => `t.numeric_value ${operator} ${placeholder}`);
  }
  const isOrder = !isPattern && operator !== "=" && operator !== "!=";
  const isOrderedText = isOrder && field.entity !== "param";
  if (!wantsNumber && (isOrderedText || typeof value === "number")) {
    throw invalidInput(`${describe(field)} is compared with a 'quoted text' by =, !=, LIKE or ILIKE`, "filter");
  }
  const placeholder = parameters.add(value, wantsNumber ? "float8" : "text");
  return testSql(field, parameters, (column) => `${column} ${operator} ${placeholder}${escapeSql(operator)}`);
}

function inSql(field: RunField, values: string[], isNegated: boolean, parameters: RunParameters): string {
  if (field.entity === "metric" || (field.entity === "attribute" && ATTRIBUTE_SQL[field.name].type === "float8")) {
    throw invalidInput(`${describe(field)} is a number and cannot be used with IN`, "filter");
  }
  const placeholder = parameters.add(values, "text[]");
  const operator = isNegated ? "<> ALL" : "= ANY";
  return testSql(field, parameters, (column) => `${column} ${operator}(${placeholder})`);
}

function nullSql(field: RunField, isNegated: boolean, parameters: RunParameters): string {
  if (field.entity === "attribute") {
    return `(${ATTRIBUTE_SQL[field.name].sql} IS ${isNegated ? "NOT " : ""}NULL)`;
  }
  const exists = testSql(field, parameters, () => "true");
  return isNegated ? exists : `(NOT ${exists})`;
}

/** True of runs that have the field with a value that passes the test. */
function testSql(field: RunField, parameters: RunParameters, test: Test): string {
  switch (field.entity) {
    case "attribute": {
      const { sql } = ATTRIBUTE_SQL[field.name];
      if (field.around === undefined) return `coalesce(${test(sql)}, false)`;
      const [before, after] = [field.around.before, field.around.after].map((text) => parameters.add(text, "text"));
      return `coalesce(${test(`(${before} || ${sql} || ${after})`)}, false)`;
    }
    case "metric": {
      const column = `s.${AGGREGATE_SQL[field.aggregate]}`;
      const key = parameters.addKey(field.key);
      // A NaN is kept as null, which satisfies no comparison.
      return `EXISTS (SELECT 1 FROM metric_summary s WHERE s.run_id = r.id AND s.key_id = ${key} AND ${test(column)})`;
    }
    case "param":
      return existsSql("param", field.key, parameters, () => test("t.value"));
    case "tag":
      return existsSql("run_tag", field.key, parameters, () => test("t.value"));
    case "dataset": {
      const column = field.name === "context" ? "i.context" : `d.${field.name}`;
      return `EXISTS (SELECT 1 FROM run_input i JOIN dataset d ON d.id = i.dataset_id WHERE i.run_id = r.id AND ${test(column)})`;
    }
  }
}

function existsSql(table: "param" | "run_tag", key: string, parameters: RunParameters, test: () => string): string {
  const placeholder = parameters.add(key, "text");
  return `EXISTS (SELECT 1 FROM ${table} t WHERE t.run_id = r.id AND t.key = ${placeholder} AND ${test()})`;
}

function describe(field: RunField): string {
  switch (field.entity) {
    case "attribute":
      return field.name;
    case "dataset":
      return `dataset.${field.name}`;
    default:
      return `${field.entity}s.${field.key}`;
  }
}

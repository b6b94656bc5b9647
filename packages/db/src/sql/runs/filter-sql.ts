import { invalidInput, type RunField, type RunFilter } from "@assay/contract";
import { escapeSql } from "../escape-sql.ts";
import { AGGREGATE_SQL, ATTRIBUTE_SQL } from "./field-sql.ts";
import type { RunParameters } from "./run-parameters.ts";

/**
 * How it is asked whether run r has a row that meets a condition in another table: `from` names the table, `runId` the
 * column of it that holds the run.
 */
export type HasRow = (from: string, runId: string, condition: string) => string;

/** Each run is looked up by itself, unless the planner finds a better way. */
const hasRowEach: HasRow = (from, runId, condition) =>
  `EXISTS (SELECT 1 FROM ${from} WHERE ${runId} = r.id AND ${condition})`;

/** A run filter as a boolean SQL expression over `run r`; every value is a parameter. */
export function filterSql(filter: RunFilter, parameters: RunParameters, hasRow: HasRow = hasRowEach): string {
  switch (filter.kind) {
    case "and":
    case "or": {
      const nodes = filter.nodes.map((node) => filterSql(node, parameters, hasRow));
      return `(${nodes.join(filter.kind === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return `(NOT ${filterSql(filter.node, parameters, hasRow)})`;
    case "compare":
      return compareSql(filter, parameters, hasRow);
    case "in":
      return inSql(filter, parameters, hasRow);
    case "null":
      return nullSql(filter, parameters, hasRow);
  }
}

type Node<Kind extends RunFilter["kind"]> = Extract<RunFilter, { kind: Kind }>;
type Test = (column: string) => string;

function compareSql({ field, operator, value }: Node<"compare">, parameters: RunParameters, hasRow: HasRow): string {
  const isPattern = operator === "LIKE" || operator === "ILIKE";
  const wantsNumber =
    field.entity === "metric" || (field.entity === "attribute" && ATTRIBUTE_SQL[field.name].type === "float8");
  if (wantsNumber && (isPattern || typeof value !== "number")) {
    throw invalidInput(`${describe(field)} is compared with a number, as in ${describe(field)} > 0.5`, "filter");
  }
  if (field.entity === "param" && typeof value === "number" && !isPattern) {
    const placeholder = parameters.add(value, "float8");
    return hasKeySql("param", field.key, parameters, hasRow, `t.numeric_value ${operator} ${placeholder}`);
  }
  const isOrder = !isPattern && operator !== "=" && operator !== "!=";
  const isOrderedText = isOrder && field.entity !== "param";
  if (!wantsNumber && (isOrderedText || typeof value === "number")) {
    throw invalidInput(`${describe(field)} is compared with a 'quoted text' by =, !=, LIKE or ILIKE`, "filter");
  }
  const placeholder = parameters.add(value, wantsNumber ? "float8" : "text");
  return testSql(field, parameters, hasRow, (column) => `${column} ${operator} ${placeholder}${escapeSql(operator)}`);
}

function inSql({ field, values, isNegated }: Node<"in">, parameters: RunParameters, hasRow: HasRow): string {
  if (field.entity === "metric" || (field.entity === "attribute" && ATTRIBUTE_SQL[field.name].type === "float8")) {
    throw invalidInput(`${describe(field)} is a number and cannot be used with IN`, "filter");
  }
  const placeholder = parameters.add(values, "text[]");
  const operator = isNegated ? "<> ALL" : "= ANY";
  return testSql(field, parameters, hasRow, (column) => `${column} ${operator}(${placeholder})`);
}

function nullSql({ field, isNegated }: Node<"null">, parameters: RunParameters, hasRow: HasRow): string {
  if (field.entity === "attribute") {
    return `(${ATTRIBUTE_SQL[field.name].sql} IS ${isNegated ? "NOT " : ""}NULL)`;
  }
  const exists = testSql(field, parameters, hasRow, () => "true");
  return isNegated ? exists : `(NOT ${exists})`;
}

/** True of runs that have the field with a value that passes the test. */
function testSql(field: RunField, parameters: RunParameters, hasRow: HasRow, test: Test): string {
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
      return hasRow("metric_summary s", "s.run_id", `s.key_id = ${key} AND ${test(column)}`);
    }
    case "param":
      return hasKeySql("param", field.key, parameters, hasRow, test("t.value"));
    case "tag":
      return hasKeySql("run_tag", field.key, parameters, hasRow, test("t.value"));
    case "dataset": {
      const column = field.name === "context" ? "i.context" : `d.${field.name}`;
      return hasRow("run_input i JOIN dataset d ON d.id = i.dataset_id", "i.run_id", test(column));
    }
  }
}

function hasKeySql(
  table: "param" | "run_tag",
  key: string,
  parameters: RunParameters,
  hasRow: HasRow,
  condition: string,
): string {
  return hasRow(`${table} t`, "t.run_id", `t.key = ${parameters.add(key, "text")} AND ${condition}`);
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

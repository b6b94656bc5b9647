import { invalidInput, type RunField, type RunFilter } from "@assay/contract";
import { escapeSql } from "../escape-sql.ts";
import { AGGREGATE_SQL, ATTRIBUTE_SQL } from "./field-sql.ts";
import type { RunParameters } from "./run-parameters.ts";

/** Tables of what was logged to runs under keys. */
type EntryTable = "param" | "run_tag" | "metric_summary";

/** Asks whether run r has an entry t under a key that meets a condition. */
export type HasEntry = (table: EntryTable, keyColumn: string, key: string, condition: string) => string;

/** Each run is looked up by itself, unless the planner finds a better way. */
const hasEntryEach: HasEntry = (table, keyColumn, key, condition) =>
  `EXISTS (SELECT 1 FROM ${table} t WHERE t.run_id = r.id AND ${keyColumn} = ${key} AND ${condition})`;

/** A run filter as a boolean SQL expression over `run r`; every value is a parameter. */
export function filterSql(filter: RunFilter, parameters: RunParameters, hasEntry: HasEntry = hasEntryEach): string {
  switch (filter.kind) {
    case "and":
    case "or": {
      const nodes = filter.nodes.map((node) => filterSql(node, parameters, hasEntry));
      return `(${nodes.join(filter.kind === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return `(NOT ${filterSql(filter.node, parameters, hasEntry)})`;
    case "compare":
      return compareSql(filter, parameters, hasEntry);
    case "in":
      return inSql(filter, parameters, hasEntry);
    case "null":
      return nullSql(filter, parameters, hasEntry);
  }
}

type Node<Kind extends RunFilter["kind"]> = Extract<RunFilter, { kind: Kind }>;
type Test = (column: string) => string;

function compareSql(
  { field, operator, value }: Node<"compare">,
  parameters: RunParameters,
  hasEntry: HasEntry,
): string {
  const isPattern = operator === "LIKE" || operator === "ILIKE";
  const wantsNumber =
    field.entity === "metric" || (field.entity === "attribute" && ATTRIBUTE_SQL[field.name].type === "float8");
  if (wantsNumber && (isPattern || typeof value !== "number")) {
    throw invalidInput(`${describe(field)} is compared with a number, as in ${describe(field)} > 0.5`, "filter");
  }
  if (field.entity === "param" && typeof value === "number" && !isPattern) {
    const placeholder = parameters.add(value, "float8");
    return hasEntry("param", "t.key", parameters.add(field.key, "text"), `t.numeric_value ${operator} ${placeholder}`);
  }
  const isOrder = !isPattern && operator !== "=" && operator !== "!=";
  const isOrderedText = isOrder && field.entity !== "param";
  if (!wantsNumber && (isOrderedText || typeof value === "number")) {
    throw invalidInput(`${describe(field)} is compared with a 'quoted text' by =, !=, LIKE or ILIKE`, "filter");
  }
  const placeholder = parameters.add(value, wantsNumber ? "float8" : "text");
  return testSql(field, parameters, hasEntry, (column) => `${column} ${operator} ${placeholder}${escapeSql(operator)}`);
}

function inSql({ field, values, isNegated }: Node<"in">, parameters: RunParameters, hasEntry: HasEntry): string {
  if (field.entity === "metric" || (field.entity === "attribute" && ATTRIBUTE_SQL[field.name].type === "float8")) {
    throw invalidInput(`${describe(field)} is a number and cannot be used with IN`, "filter");
  }
  const placeholder = parameters.add(values, "text[]");
  const operator = isNegated ? "<> ALL" : "= ANY";
  return testSql(field, parameters, hasEntry, (column) => `${column} ${operator}(${placeholder})`);
}

function nullSql({ field, isNegated }: Node<"null">, parameters: RunParameters, hasEntry: HasEntry): string {
  if (field.entity === "attribute") {
    return `(${ATTRIBUTE_SQL[field.name].sql} IS ${isNegated ? "NOT " : ""}NULL)`;
  }
  const exists = testSql(field, parameters, hasEntry, () => "true");
  return isNegated ? exists : `(NOT ${exists})`;
}

/** True of runs that have the field with a value that passes the test. */
function testSql(field: RunField, parameters: RunParameters, hasEntry: HasEntry, test: Test): string {
  switch (field.entity) {
    case "attribute": {
      const { sql } = ATTRIBUTE_SQL[field.name];
      if (field.around === undefined) return `coalesce(${test(sql)}, false)`;
      const [before, after] = [field.around.before, field.around.after].map((text) => parameters.add(text, "text"));
      return `coalesce(${test(`(${before} || ${sql} || ${after})`)}, false)`;
    }
    case "metric": {
      const column = `t.${AGGREGATE_SQL[field.aggregate]}`;
      // A NaN is kept as null, which satisfies no comparison.
      return hasEntry("metric_summary", "t.key_id", parameters.addKey(field.key), test(column));
    }
    case "param":
      return hasEntry("param", "t.key", parameters.add(field.key, "text"), test("t.value"));
    case "tag":
      return hasEntry("run_tag", "t.key", parameters.add(field.key, "text"), test("t.value"));
    case "dataset": {
      const column = field.name === "context" ? "i.context" : `d.${field.name}`;
      return `EXISTS (SELECT 1 FROM run_input i JOIN dataset d ON d.id = i.dataset_id WHERE i.run_id = r.id AND ${test(column)})`;
    }
  }
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

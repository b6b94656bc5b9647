import type { RunField } from "@assay/contract";
import { AGGREGATE_SQL, ATTRIBUTE_SQL } from "./field-sql.ts";
import type { RunParameters } from "./run-parameters.ts";

export interface RunOrder {
  field: RunField;
  direction: "asc" | "desc";
  /** Whether params are ordered as texts, be they numbers or not; else numbers come first and as numbers. */
  comparesText?: boolean;
}

/** One expression of an ORDER BY that is never null, so that a cursor can continue after its value. */
export interface SortKey {
  sql: string;
  type: "int" | "float8" | "text" | "uuid";
  direction: "asc" | "desc";
  /** The same in every row of the statement: part of a cursor and of no order. */
  isFixed?: boolean;
  /** An indexed column in the very order of `sql`, and how a value of `sql` is compared with it. */
  column?: { sql: string; of: (value: string) => string };
}

export interface SortPlan {
  joins: string[];
  /** Conditions that keep to the rows of a stage. */
  isTrue: string[];
  keys: SortKey[];
}

/**
 * An order by a metric is read in stages, each a statement that its index can answer in order: runs with a number,
 * then those with NaN, then those without the metric, whatever the direction.
 */
export const METRIC_STAGES = [0, 1, 2] as const;
export type MetricStage = (typeof METRIC_STAGES)[number];

/**
 * Every run has a start, and an index has runs in that order. A double holds a moment's seconds to less than half a
 * microsecond, which to_timestamp rounds to.
 */
const startKey = (direction: SortKey["direction"]): SortKey => ({
  sql: ATTRIBUTE_SQL.started_at.sql,
  type: "float8",
  direction,
  column: { sql: "r.started_at", of: (ms) => `to_timestamp(${ms} / 1000)` },
});
const ID: SortKey = { sql: "r.id", type: "uuid", direction: "asc" };

/**
 * Each wanted column that may be missing becomes two keys: a rank (0 value, 1 NaN, 2 missing) that ascends whatever the
 * direction, then the value. Start time, newest first, and id break ties; the id is always the last key.
 */
export function sortPlan(
  orders: readonly RunOrder[],
  parameters: RunParameters,
  stage: MetricStage | null = null,
): SortPlan {
  const plan: SortPlan = { joins: [], isTrue: [], keys: [] };
  orders.forEach((order, at) => {
    if (at === 0 && stage !== null) addStage(plan, order, stage, parameters);
    else addOrder(plan, order, `o${at}`, parameters);
  });
  if (!orders.some(isByStart)) plan.keys.push(startKey("desc"));
  plan.keys.push(ID);
  return plan;
}

/** Whether runs come by their start alone. */
export const isByStartAlone = (orders: readonly RunOrder[]): boolean =>
  orders.length === 0 || (orders.length === 1 && orders.every(isByStart));

const isByStart = ({ field }: RunOrder): boolean => field.entity === "attribute" && field.name === "started_at";

function addStage(plan: SortPlan, { field, direction }: RunOrder, stage: MetricStage, parameters: RunParameters): void {
  if (field.entity !== "metric") throw new Error("only orders by a metric have stages");
  const key = parameters.addKey(field.key);
  const column = `o0.${AGGREGATE_SQL[field.aggregate]}`;
  const fixed = (value: number, type: "int" | "float8"): SortKey => ({
    sql: String(value),
    type,
    direction: "asc",
    isFixed: true,
  });
  plan.keys.push(fixed(stage, "int"));
  if (stage === 2) {
    plan.isTrue.push(`NOT EXISTS (SELECT 1 FROM metric_summary s WHERE s.run_id = r.id AND s.key_id = ${key})`);
    plan.keys.push(fixed(0, "float8"));
    return;
  }
  plan.joins.push("JOIN metric_summary o0 ON o0.run_id = r.id");
  plan.isTrue.push(`o0.key_id = ${key}`, `${column} IS ${stage === 0 ? "NOT " : ""}NULL`);
  plan.keys.push(stage === 0 ? { sql: column, type: "float8", direction } : fixed(0, "float8"));
}

function addOrder(plan: SortPlan, order: RunOrder, alias: string, parameters: RunParameters): void {
  const { field, direction, comparesText = false } = order;
  switch (field.entity) {
    case "metric": {
      const key = parameters.addKey(field.key);
      plan.joins.push(`LEFT JOIN metric_summary ${alias} ON ${alias}.run_id = r.id AND ${alias}.key_id = ${key}`);
      const column = `${alias}.${AGGREGATE_SQL[field.aggregate]}`;
      // A summary without the number stands for NaN; no summary, for no points.
      plan.keys.push(
        {
          sql: `(CASE WHEN ${alias}.run_id IS NULL THEN 2 WHEN ${column} IS NULL THEN 1 ELSE 0 END)`,
          type: "int",
          direction: "asc",
        },
        { sql: `coalesce(${column}, 0)`, type: "float8", direction },
      );
      return;
    }
    case "param": {
      plan.joins.push(joinByKey("param", alias, parameters.add(field.key, "text")));
      if (comparesText) {
        addKeys(plan, `${alias}.value`, "text", direction);
        return;
      }
      // Numbers first and as numbers, then texts.
      plan.keys.push({ sql: `(${alias}.value IS NULL)::int`, type: "int", direction: "asc" });
      addKeys(plan, `${alias}.numeric_value`, "float8", direction);
      addKeys(plan, `${alias}.value`, "text", direction);
      return;
    }
    case "tag":
      plan.joins.push(joinByKey("run_tag", alias, parameters.add(field.key, "text")));
      addKeys(plan, `${alias}.value`, "text", direction);
      return;
    case "dataset": {
      const column = field.name === "context" ? "i.context" : `d.${field.name}`;
      const first = `(SELECT min(${column}) FROM run_input i JOIN dataset d ON d.id = i.dataset_id WHERE i.run_id = r.id)`;
      addKeys(plan, first, "text", direction);
      return;
    }
    case "attribute":
      if (isByStart(order)) plan.keys.push(startKey(direction));
      else addKeys(plan, ATTRIBUTE_SQL[field.name].sql, ATTRIBUTE_SQL[field.name].type, direction);
  }
}

const joinByKey = (table: "param" | "run_tag", alias: string, key: string): string =>
  `LEFT JOIN ${table} ${alias} ON ${alias}.run_id = r.id AND ${alias}.key = ${key}`;

/** The rank and value keys of one column. */
export function addKeys(plan: SortPlan, column: string, type: "float8" | "text", direction: "asc" | "desc"): void {
  if (type === "text") {
    plan.keys.push(
      { sql: `(${column} IS NULL)::int`, type: "int", direction: "asc" },
      { sql: `coalesce(${column}, '') COLLATE "C"`, type: "text", direction },
    );
    return;
  }
  plan.keys.push(
    {
      sql: `(CASE WHEN ${column} IS NULL THEN 2 WHEN ${column} = 'NaN' THEN 1 ELSE 0 END)`,
      type: "int",
      direction: "asc",
    },
    { sql: `coalesce(nullif(${column}, 'NaN'), 0)`, type: "float8", direction },
  );
}

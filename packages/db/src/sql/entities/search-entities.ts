import type { EntityFilter, EntityKind, EntityOrder, ProjectId } from "@assay/contract";
import { Parameters } from "../parameters.ts";
import { afterSql, type ComposedQuery } from "../runs/search-runs.ts";
import { addKeys, type SortPlan } from "../runs/sort-sql.ts";
import { columnSql, entityFilterSql, latestValueSql } from "./entity-filter-sql.ts";
import { ENTITY_TABLES, type EntityTable } from "./entity-tables.ts";

export interface EntitySearch<Kind extends EntityKind> {
  projectId: ProjectId;
  filter: EntityFilter<Kind> | null;
  orders: readonly EntityOrder<Kind>[];
  after: readonly (string | number)[] | null;
  limit: number;
  /** Experiments only; all when left out. */
  lifecycle?: "active" | "archived" | "all";
  /** Logged models only: those of these experiments. */
  experimentNumbers?: readonly number[];
}

export interface EntitySearchRow {
  id: string;
  sort_keys: (string | number)[];
}

/**
 * One page of ids in order, continuing after a cursor; the project is the first condition. The caller's orders end in
 * a unique attribute, so that a cursor names one place. Plan: the project's rows by index, then a top-n sort.
 */
export function searchEntities<Kind extends EntityKind>(kind: Kind, search: EntitySearch<Kind>): ComposedQuery {
  const table: EntityTable<Kind> = ENTITY_TABLES[kind];
  const parameters = new Parameters();
  const where = [`t.project_id = ${parameters.add(search.projectId, "uuid")}`, table.where];
  if (search.lifecycle === "active") where.push("t.archived_at IS NULL");
  if (search.lifecycle === "archived") where.push("t.archived_at IS NOT NULL");
  if (search.experimentNumbers !== undefined) {
    const numbers = parameters.add([...search.experimentNumbers], "int[]");
    where.push(
      `t.experiment_id IN (SELECT e.id FROM experiment e WHERE e.project_id = t.project_id AND e.number = ANY(${numbers}))`,
    );
  }
  if (search.filter !== null) where.push(entityFilterSql(search.filter, table, parameters));
  const { keys } = sortPlanOf(search.orders, table, parameters);
  if (search.after !== null) where.push(afterSql(keys, search.after, parameters));
  const text = `
    SELECT ${table.id} AS id, json_build_array(${keys.map((key) => key.sql).join(", ")}) AS sort_keys
    FROM ${table.from}
    WHERE ${where.join(" AND ")}
    ORDER BY ${keys.map((key) => `${key.sql} ${key.direction}`).join(", ")}
    LIMIT ${parameters.add(search.limit, "int")}`;
  return { statement: { name: null, text }, values: parameters.values };
}

function sortPlanOf<Kind extends EntityKind>(
  orders: readonly EntityOrder<Kind>[],
  table: EntityTable<Kind>,
  parameters: Parameters,
): SortPlan {
  const plan: SortPlan = { joins: [], isTrue: [], keys: [] };
  for (const { field, direction } of orders) {
    if (field.entity === "metric") {
      addKeys(plan, latestValueSql(field, parameters), "float8", direction);
    } else {
      const type = field.entity === "attribute" ? table.attributes[field.name].type : "text";
      addKeys(plan, columnSql(field, table, parameters), type, direction);
    }
  }
  return plan;
}

import type { RunField, RunFilter } from "@assay/contract";
import { fieldsOf } from "@assay/domain";
import { filterSql, type HasEntry } from "./filter-sql.ts";
import { type RunNames, RunParameters } from "./run-parameters.ts";
import {
  afterIn,
  type ComposedQuery,
  cursorColumns,
  isInOneOrder,
  orderSql,
  type RunPageRow,
  type RunSearch,
  searchColumns,
  selectionSql,
} from "./search-runs.ts";
import { sortPlan } from "./sort-sql.ts";

/** The cursor of a page that is not full is the last run that was looked at, after which the search continues. */
export interface WindowRow extends RunPageRow {
  /** Whether the page is full or there are no runs after the window; null when there are no runs at all. */
  is_done: boolean | null;
}

/** Where every fourth run is wanted, a page is full within the window. */
const RUNS_PER_WANTED = 4;

/** Of a larger page the window would be so large that a search which finds little pays more for it than it saves. */
const MOST_WANTED = 201;

/**
 * Looks for a page among the next runs in the order of their start: their params, tags and metrics are read of many runs
 * at once, which takes half as long as looking each of them up, and since no others are read, one plan serves whatever
 * the values are. Null when the search has another order, or conditions that cannot be told apart into those on runs and
 * those on such entries.
 *
 * Plan: an index scan of run as in searchRuns, then a scan of the entries' primary keys for as many runs as are wanted,
 * and, if they do not fill the page, for the rest of the window. PostgreSQL reads the parts one after the other
 * and stops when the page is full; told to sort them, it would read all.
 */
export function searchWindow(search: RunSearch, names: RunNames): ComposedQuery | null {
  const { limit: wanted, filter } = search;
  const conditions = filter === null ? null : tellApart(filter);
  if (conditions === null || wanted > MOST_WANTED || !isInOneOrder(search)) return null;
  const size = wanted * RUNS_PER_WANTED;
  const parameters = new RunParameters(names);
  const where = selectionSql({ ...search, filter: conditions.onRuns }, parameters);
  const { keys } = sortPlan(search.orders, parameters);
  if (search.after !== null) where.push(...afterIn(keys, search.after, parameters));
  const text = `
    WITH walked AS MATERIALIZED (
      SELECT r.id, r.started_at FROM run r
      WHERE ${where.join(" AND ")} ORDER BY ${orderSql(keys)} LIMIT ${size}
    )
    SELECT string_agg(p.id::text, ',') FILTER (WHERE p.is_found) AS ids, bool_and(p.is_found) AS is_done,
      ${cursorColumns(keys, `least(${wanted - 1}, count(*))`)}
    FROM (
      SELECT ${searchColumns(keys)}, r.is_found FROM (
        SELECT found.*, true AS is_found
        FROM (VALUES (0, ${wanted}), (${wanted}, ${size - wanted})) part (skipped, size)
        CROSS JOIN LATERAL (
          WITH few AS MATERIALIZED (SELECT * FROM walked OFFSET part.skipped LIMIT part.size)
          SELECT * FROM few r WHERE ${filterSql(conditions.onEntries, parameters, hasEntryOfFew)}
        ) found
        UNION ALL (SELECT *, false FROM walked OFFSET ${size - 1})
      ) r
      LIMIT ${wanted}
    ) p`;
  return { statement: { name: null, text, isRepeated: true }, values: parameters.values };
}

/**
 * Written so that the planner, which does not know the values, finds no way but the entries of these runs: of a key that
 * is said to be equal it would expect few entries and read them all, and of IN alone it would make a join.
 */
const hasEntryOfFew: HasEntry = (table, keyColumn, key, condition) =>
  `(r.id IN (SELECT t.run_id FROM ${table} t WHERE t.run_id = ANY(ARRAY(SELECT id FROM few))
    AND ${keyColumn} BETWEEN ${key} AND ${key} AND ${condition})) IS TRUE`;

interface Conditions {
  onRuns: RunFilter | null;
  onEntries: RunFilter;
}

type Subject = "runs" | "entries" | "other";

const SUBJECT_OF = {
  attribute: "runs",
  param: "entries",
  tag: "entries",
  metric: "entries",
  dataset: "other",
} as const satisfies Record<RunField["entity"], Subject>;

/**
 * Conditions on the runs' own columns, and on entries; null when there are others, or none on entries that are slow to
 * look up: a metric has a number for its key.
 */
function tellApart(filter: RunFilter): Conditions | null {
  const nodes = filter.kind === "and" ? filter.nodes : [filter];
  const { runs = [], entries = [], other = [] } = Object.groupBy(nodes, subjectOf);
  if (other.length > 0 || entries.every(isMetricAlone)) return null;
  return {
    onRuns: runs.length === 0 ? null : { kind: "and", nodes: runs },
    onEntries: { kind: "and", nodes: entries },
  };
}

const isMetricAlone = (node: RunFilter): boolean => node.kind === "compare" && node.field.entity === "metric";

function subjectOf(node: RunFilter): Subject {
  const [subject = "other", ...others] = new Set(fieldsOf(node).map(({ entity }): Subject => SUBJECT_OF[entity]));
  return others.length === 0 ? subject : "other";
}

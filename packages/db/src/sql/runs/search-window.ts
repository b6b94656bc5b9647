import type { RunFilter } from "@assay/contract";
import { fieldsOf } from "@assay/domain";
import { filterSql, type HasRow } from "./filter-sql.ts";
import { type RunNames, RunParameters } from "./run-parameters.ts";
import {
  afterIn,
  type ComposedQuery,
  isInOneOrder,
  orderSql,
  type RunSearch,
  type RunSearchRow,
  searchColumns,
  selectionSql,
} from "./search-runs.ts";
import { sortPlan } from "./sort-sql.ts";

/** A run of the page; or, if it is not found, the last run that was looked at, after which the search continues. */
export interface WindowRow extends RunSearchRow {
  is_found: boolean;
}

/** Where every fourth run is wanted, a page is full within the window. */
const RUNS_PER_WANTED = 4;

/** Of a larger page the window would be so large that a search which finds little pays more for it than it saves. */
const MOST_WANTED = 201;

/**
 * Looks for a page among the next runs in the order of their start: what their params, tags and metrics are is read of
 * many runs at once, which takes half as long as looking each of them up, and since no more than these are read, any
 * plan is as good as the next. Null when the search has another order, or conditions that cannot be told apart into
 * those on runs and those on what was logged to them. The found ones come first; if they fill no page and there are
 * runs after the window, its last run follows.
 *
 * Plan: an index scan of run as in searchRuns, then a scan of each other table's primary key for as many runs as are
 * wanted, and, if they do not fill the page, for the rest of the window. PostgreSQL reads the parts one after the other
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
    SELECT ${searchColumns(keys)}, r.is_found FROM (
      SELECT found.*, true AS is_found
      FROM (VALUES (0, ${wanted}), (${wanted}, ${size - wanted})) part (skipped, size)
      CROSS JOIN LATERAL (
        WITH few AS MATERIALIZED (SELECT * FROM walked OFFSET part.skipped LIMIT part.size)
        SELECT * FROM few r WHERE ${filterSql(conditions.onEntries, parameters, hasRowOfFew)}
      ) found
      UNION ALL (SELECT *, false FROM walked OFFSET ${size - 1})
    ) r
    LIMIT ${wanted}`;
  return { statement: { name: null, text, isRepeated: true }, values: parameters.values };
}

/** IS TRUE keeps the planner from making a join of it, for which it would have to know how many there are. */
const hasRowOfFew: HasRow = (from, runId, condition) =>
  `(r.id IN (SELECT ${runId} FROM ${from} WHERE ${runId} = ANY(ARRAY(SELECT id FROM few)) AND ${condition})) IS TRUE`;

interface Conditions {
  onRuns: RunFilter | null;
  onEntries: RunFilter;
}

/** Conditions on the runs' own columns, and on what was logged to them; null when one has both, or none has the latter. */
function tellApart(filter: RunFilter): Conditions | null {
  const nodes = filter.kind === "and" ? filter.nodes : [filter];
  const { runs = [], entries = [], both = [] } = Object.groupBy(nodes, subjectOf);
  if (both.length > 0 || entries.length === 0) return null;
  return {
    onRuns: runs.length === 0 ? null : { kind: "and", nodes: runs },
    onEntries: { kind: "and", nodes: entries },
  };
}

function subjectOf(node: RunFilter): "runs" | "entries" | "both" {
  const fields = fieldsOf(node);
  const onRuns = fields.filter(({ entity }) => entity === "attribute").length;
  if (onRuns === 0) return "entries";
  return onRuns === fields.length ? "runs" : "both";
}

import { HOT_SLOTS, hotTable } from "../metrics/hot-tables.ts";
import { Parameters } from "../parameters.ts";
import { type ComposedQuery, type RunSelection, selectionSql } from "./search-runs.ts";

/** Runs of a selection, its filter left out, that have points not yet compacted; at most `limit`. */
export function hotRuns(selection: RunSelection, limit: number): ComposedQuery {
  const parameters = new Parameters();
  const where = selectionSql({ ...selection, filter: null }, parameters).join(" AND ");
  const hot = HOT_SLOTS.map((slot) => `SELECT run_id FROM ${hotTable(slot)}`).join(" UNION ");
  const text = `
    SELECT r.id FROM run r WHERE r.id = ANY(ARRAY(${hot})) AND ${where}
    ORDER BY r.started_at DESC LIMIT ${parameters.add(limit, "int")}`;
  return { statement: { name: null, text }, values: parameters.values };
}

import { Parameters } from "../parameters.ts";
import { type ComposedQuery, type RunSelection, selectionSql } from "./search-runs.ts";

/** Runs of a selection, its filter left out, whose summaries do not cover all points; at most `limit`. */
export function staleRuns(selection: RunSelection, limit: number): ComposedQuery {
  const parameters = new Parameters();
  const where = selectionSql({ ...selection, filter: null }, parameters).join(" AND ");
  const text = `
    SELECT r.id FROM run r WHERE ${where} AND (r.summary_stale_at IS NOT NULL OR r.summary_started_at IS NOT NULL)
    ORDER BY r.started_at DESC LIMIT ${parameters.add(limit, "int")}`;
  return { statement: { name: null, text }, values: parameters.values };
}

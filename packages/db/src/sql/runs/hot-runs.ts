import { HOT_SLOTS, type HotSlot, hotTable } from "../metrics/hot-tables.ts";
import { type RunNames, RunParameters } from "./run-parameters.ts";
import { type ComposedQuery, type RunSelection, selectionSql } from "./search-runs.ts";

/**
 * Runs of a selection, its filter left out, that have points not yet compacted; at most `limit`. Plan: for each run of
 * a hot table one step down its index, however many frames it has and however many dead rows lie between.
 */
export function hotRuns(selection: RunSelection, names: RunNames, limit: number): ComposedQuery {
  const parameters = new RunParameters(names);
  const where = selectionSql({ ...selection, filter: null }, parameters).join(" AND ");
  const hot = HOT_SLOTS.map((slot) => `SELECT run_id FROM hot_${slot}`).join(" UNION ");
  const text = `
    WITH RECURSIVE ${HOT_SLOTS.map(distinctRuns).join(", ")}
    SELECT r.id FROM run r WHERE r.id = ANY(ARRAY(${hot})) AND ${where}
    ORDER BY r.started_at DESC LIMIT ${parameters.add(limit, "int")}`;
  return { statement: { name: null, text }, values: parameters.values };
}

/** Each run of a hot table once, from one to the next; at the end a null. */
const distinctRuns = (slot: HotSlot): string => `hot_${slot} AS (
      (SELECT run_id FROM ${hotTable(slot)} ORDER BY run_id LIMIT 1)
      UNION ALL
      SELECT (SELECT h.run_id FROM ${hotTable(slot)} h WHERE h.run_id > p.run_id ORDER BY h.run_id LIMIT 1)
      FROM hot_${slot} p WHERE p.run_id IS NOT NULL
    )`;

import type { Statement } from "../../store.ts";
import { HOT_SLOTS, hotTable } from "../metrics/hot-tables.ts";

const TABLES = ["metric_chunk", "run_summary", "metric_summary", ...HOT_SLOTS.map(hotTable)];

export interface RunToCheckRow {
  run_id: string;
  /** Null for a run that is gone and has left something behind. */
  project_id: string | null;
}

/**
 * The next run that has anything in the metric tables and is not being cleared away. Parameters: uuid before it, uuid of a run or null, slug or uuid
 * of a project or null. Plan: one look into an index of each table; an index-only step however many rows a run has.
 */
export const findRunToCheck: Statement = {
  name: "check_find_run_v1",
  text: `
    WITH RECURSIVE next AS (
      (${nextAfter("$1::uuid")})
      UNION ALL
      SELECT following.run_id FROM next CROSS JOIN LATERAL (${nextAfter("next.run_id")}) following
      WHERE NOT EXISTS (SELECT 1 FROM (${matching("next.run_id")}) found)
    )
    SELECT next.run_id, r.project_id FROM next LEFT JOIN run r ON r.id = next.run_id
    WHERE EXISTS (SELECT 1 FROM (${matching("next.run_id")}) found)`,
};

function nextAfter(place: string): string {
  const first = TABLES.map((table) => `(SELECT run_id FROM ${table} WHERE run_id > ${place} ORDER BY run_id LIMIT 1)`);
  return `SELECT run_id FROM (${first.join(" UNION ALL ")}) firsts ORDER BY run_id LIMIT 1`;
}

function matching(run: string): string {
  return `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM run_purge WHERE run_id = ${run}) AND ($2::uuid IS NULL OR ${run} = $2::uuid) AND ($3::text IS NULL OR EXISTS (
    SELECT 1 FROM run r JOIN project p ON p.id = r.project_id WHERE r.id = ${run} AND $3 IN (p.slug, p.id::text)))`;
}

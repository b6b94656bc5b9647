import { hotFrames } from "../metrics/hot-tables.ts";

/** Rows that only somebody writes who knows the run. */
const TRACES = [
  ["run_input", "x.run_id = r.id"],
  ["run_model_input", "x.run_id = r.id"],
  ["run_model_output", "x.run_id = r.id"],
  ["logged_model", "x.source_run_id = r.id"],
  ["run", "x.parent_run_id = r.id"],
  ["log_writer", "x.run_id = r.id"],
  ["metric_summary", "x.run_id = r.id"],
  ["artifact", "x.owner_kind = 'run' AND x.owner_id = r.id"],
  // Written by another transaction than the one that made the run, or the run was changed since.
  ["run_tag", "x.run_id = r.id AND x.xmin <> r.xmin"],
  ["param", "x.run_id = r.id AND x.xmin <> r.xmin"],
] as const;

/** True of a run `r` that nobody has written to since the transaction that made it: its answer may have been lost. */
export const UNTOUCHED_SQL = [
  "r.archived_at IS NULL AND r.ended_at IS NULL AND r.status IN ('running', 'scheduled')",
  "r.heartbeat_at IS NOT DISTINCT FROM r.created_at",
  `NOT EXISTS (${hotFrames("1", "run_id = r.id")})`,
  ...TRACES.map(([table, condition]) => `NOT EXISTS (SELECT 1 FROM ${table} x WHERE ${condition})`),
].join(" AND ");

import { hotFrames } from "../metrics/hot-tables.ts";

/** Where each kind is kept, under an alias, and what is true of one that nobody has written to since it was made. */
export const MADE_SQL = {
  run: {
    from: "run r",
    id: "r.id",
    projectId: "r.project_id",
    untouched: [
      "r.archived_at IS NULL AND r.ended_at IS NULL AND r.status IN ('running', 'scheduled')",
      "r.heartbeat_at IS NOT DISTINCT FROM r.created_at",
      `NOT EXISTS (${hotFrames("1", "run_id = r.id")})`,
      without("run_input", "x.run_id = r.id"),
      without("run_model_input", "x.run_id = r.id"),
      without("run_model_output", "x.run_id = r.id"),
      without("logged_model", "x.source_run_id = r.id"),
      without("run", "x.parent_run_id = r.id"),
      without("log_writer", "x.run_id = r.id"),
      without("metric_summary", "x.run_id = r.id"),
      without("artifact", "x.owner_kind = 'run' AND x.owner_id = r.id"),
      // Written by another transaction than the one that made the run, or the run was changed since.
      without("run_tag", "x.run_id = r.id AND x.xmin <> r.xmin"),
      without("param", "x.run_id = r.id AND x.xmin <> r.xmin"),
    ],
  },
  loggedModel: {
    from: "logged_model m",
    id: "m.id",
    projectId: "m.project_id",
    untouched: [
      "m.archived_at IS NULL AND m.status = 'pending' AND m.updated_at = m.created_at",
      without("artifact", "x.owner_kind = 'loggedModel' AND x.owner_id = m.id"),
      without("logged_model_metric", "x.logged_model_id = m.id"),
      without("run_model_input", "x.logged_model_id = m.id"),
      without("run_model_output", "x.logged_model_id = m.id"),
      without("model_version", "x.logged_model_id = m.id"),
    ],
  },
  modelVersion: {
    from: "model_version v",
    id: "v.id",
    projectId: "v.project_id",
    untouched: [
      "v.archived_at IS NULL AND v.stage = 'None' AND v.updated_at = v.created_at",
      without("alias_event", "x.model_id = v.model_id AND x.to_version = v.number"),
      without("promotion_request", "x.model_id = v.model_id AND x.version_number = v.number"),
    ],
  },
  webhook: {
    from: "webhook w",
    id: "w.id",
    projectId: "w.project_id",
    // Deliveries come of what others do.
    untouched: ["w.updated_at = w.created_at"],
  },
} as const satisfies Record<string, { from: string; id: string; projectId: string; untouched: string[] }>;

/** What a request can make that has no name by which a second of it would be refused. */
export type CreationKind = keyof typeof MADE_SQL;

export const untouchedSql = (kind: CreationKind): string => MADE_SQL[kind].untouched.join(" AND ");

function without(table: string, condition: string): string {
  return `NOT EXISTS (SELECT 1 FROM ${table} x WHERE ${condition})`;
}

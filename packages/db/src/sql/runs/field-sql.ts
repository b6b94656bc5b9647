import type { MetricAggregate, RunAttribute } from "@assay/contract";
import { epochMs } from "../epoch-ms.ts";

/** How a run attribute is read, and the type its values have. Identifiers in composed SQL come from here only. */
export interface AttributeSql {
  sql: string;
  type: "text" | "float8";
}

export const ATTRIBUTE_SQL = {
  id: { sql: "replace(r.id::text, '-', '')", type: "text" },
  name: { sql: "r.name", type: "text" },
  number: { sql: "r.number::float8", type: "float8" },
  status: { sql: "r.status::text", type: "text" },
  created_by: { sql: "r.created_by", type: "text" },
  // Who the client says runs it, as it is shown: our own actor may be a token.
  user: { sql: "coalesce(r.environment ->> 'user', r.created_by)", type: "text" },
  created_at: { sql: epochMs("r.created_at"), type: "float8" },
  started_at: { sql: epochMs("r.started_at"), type: "float8" },
  ended_at: { sql: epochMs("r.ended_at"), type: "float8" },
  duration: {
    sql: epochMs("(CASE WHEN r.status NOT IN ('running', 'scheduled') THEN r.ended_at - r.started_at END)"),
    type: "float8",
  },
  notes: { sql: "r.notes", type: "text" },
  commit: { sql: "(r.source ->> 'commit')", type: "text" },
  artifact_uri: { sql: "replace(r.id::text, '-', '')", type: "text" },
} as const satisfies Record<RunAttribute, AttributeSql>;

export const AGGREGATE_SQL = {
  last: "last",
  first: "first",
  min: "min",
  max: "max",
  mean: "mean",
  count: "count::float8",
  argmin: "argmin",
  argmax: "argmax",
  nans: "nans::float8",
} as const satisfies Record<MetricAggregate, string>;

/** The project, which every composed statement about runs takes as its first parameter. */
export const PROJECT_SQL = "$1::uuid";

import { type RunNames, RunParameters } from "./run-parameters.ts";
import { type ComposedQuery, type RunSelection, selectionSql } from "./search-runs.ts";

export interface RunKeyRow {
  kind: "metric" | "param" | "tag";
  key: string;
}

/** Metric, param and tag keys that the newest 1,000 runs of a selection have, most used first, 2,000 of a kind. */
export function runKeys(selection: RunSelection, names: RunNames): ComposedQuery {
  const parameters = new RunParameters(names);
  const where = selectionSql(selection, parameters).join(" AND ");
  const text = `
    WITH chosen AS (
      SELECT r.id FROM run r WHERE ${where} ORDER BY r.started_at DESC LIMIT 1000
    )
    (SELECT 'metric' AS kind, k.name AS key FROM chosen c
      JOIN metric_summary s ON s.run_id = c.id JOIN metric_key k ON k.id = s.key_id
      GROUP BY k.name ORDER BY count(*) DESC, k.name LIMIT 2000)
    UNION ALL
    (SELECT 'param', p.key FROM chosen c JOIN param p ON p.run_id = c.id
      GROUP BY p.key ORDER BY count(*) DESC, p.key LIMIT 2000)
    UNION ALL
    (SELECT 'tag', t.key FROM chosen c JOIN run_tag t ON t.run_id = c.id
      GROUP BY t.key ORDER BY count(*) DESC, t.key LIMIT 2000)`;
  return { statement: { name: null, text }, values: parameters.values };
}

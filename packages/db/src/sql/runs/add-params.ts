import type { Statement } from "../../store.ts";

export interface StoredParamRow {
  run_id: string;
  key: string;
  value: string;
}

/**
 * Adds params n of runs and answers what is stored of each now: those already there stay as they are, and setting them
 * to what they are answers and locks them. The project is the first parameter; `json` has them in order, each key of a
 * run once. Of json the planner expects as many rows whatever it holds: one plan serves all.
 */
export const addParamsSql = (json: string, condition = "true"): string => `
    INSERT INTO param AS p (run_id, project_id, key, value, numeric_value)
    SELECT n."runId", $1::uuid, n.key, n.value, n.number
    FROM json_to_recordset(${json}::json) AS n(at int, "runId" uuid, key text, value text, number float8)
    WHERE ${condition} ORDER BY n.at
    ON CONFLICT (run_id, key) DO UPDATE SET value = p.value
    RETURNING p.run_id, p.key, p.value`;

/** The same alone. Parameters: project uuid, json of params. */
export const addParams: Statement = { name: "runs_add_params_v3", text: addParamsSql("$2") };

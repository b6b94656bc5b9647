import type { Statement } from "../../store.ts";

export interface StoredParamRow {
  key: string;
  value: string;
}

/**
 * Adds params of one run and answers what is stored of each now: those already there stay as they are, and setting
 * them to what they are answers and locks them. Parameters: run uuid, project uuid, text[] keys in order, text[]
 * values, float8[] numbers or nulls.
 */
export const addParams: Statement = {
  name: "runs_add_params_v1",
  text: `
    INSERT INTO param AS p (run_id, project_id, key, value, numeric_value)
    SELECT $1::uuid, $2::uuid, n.key, n.value, n.number
    FROM unnest($3::text[], $4::text[], $5::float8[]) AS n(key, value, number)
    ON CONFLICT (run_id, key) DO UPDATE SET value = p.value
    RETURNING p.key, p.value`,
};

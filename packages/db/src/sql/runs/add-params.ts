import type { Statement } from "../../store.ts";

export interface StoredParamRow {
  run_id: string;
  key: string;
  value: string;
}

/**
 * Adds params of runs and answers what is stored of each now: those already there stay as they are, and setting them
 * to what they are answers and locks them. Parameters: project uuid, uuid[] runs and text[] keys in order and each pair
 * once, text[] values, float8[] numbers or nulls.
 */
export const addParams: Statement = {
  name: "runs_add_params_v2",
  text: `
    INSERT INTO param AS p (run_id, project_id, key, value, numeric_value)
    SELECT n.run_id, $1::uuid, n.key, n.value, n.number
    FROM unnest($2::uuid[], $3::text[], $4::text[], $5::float8[]) AS n(run_id, key, value, number)
    ON CONFLICT (run_id, key) DO UPDATE SET value = p.value
    RETURNING p.run_id, p.key, p.value`,
};

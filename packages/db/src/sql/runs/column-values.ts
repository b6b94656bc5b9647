import type { Statement } from "../../store.ts";

export interface ColumnValueRow {
  run_id: string;
  key: string;
  value: string;
}

/** Some params of some runs. Parameters: project uuid, uuid[], text[] keys. */
export const paramValues: Statement = {
  name: "runs_param_values_v1",
  text: `
    SELECT run_id, key, value FROM param
    WHERE run_id = ANY($2::uuid[]) AND project_id = $1::uuid AND key = ANY($3::text[])`,
};

/** Some tags of some runs. Parameters: project uuid, uuid[], text[] keys. */
export const tagValues: Statement = {
  name: "runs_tag_values_v1",
  text: `
    SELECT run_id, key, value FROM run_tag
    WHERE run_id = ANY($2::uuid[]) AND project_id = $1::uuid AND key = ANY($3::text[])`,
};

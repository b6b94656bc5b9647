import type { Statement } from "../../store.ts";

export interface KeyRow {
  id: number;
  name: string;
}

/** Finds key ids by name, adding those that are new. Parameters: project uuid, text[]. */
export const insertKeys: Statement = {
  name: "metrics_insert_keys_v1",
  text: `
    INSERT INTO metric_key (project_id, name) SELECT $1::uuid, name FROM unnest($2::text[]) AS name ORDER BY name
    ON CONFLICT (project_id, name) DO NOTHING`,
};

export const findKeys: Statement = {
  name: "metrics_find_keys_v1",
  text: `SELECT id, name FROM metric_key WHERE project_id = $1::uuid AND name = ANY($2::text[])`,
};

/** Names of keys by id. Parameters: project uuid, int[]. */
export const findKeyNames: Statement = {
  name: "metrics_find_key_names_v1",
  text: "SELECT id, name FROM metric_key WHERE project_id = $1::uuid AND id = ANY($2::int[])",
};

import type { Statement } from "../../store.ts";

/**
 * Sets tags of runs, overwriting. Parameters: project uuid, uuid[] runs and text[] keys in order and each pair once,
 * text[] values.
 */
export const upsertTags: Statement = {
  name: "runs_upsert_tags_v2",
  text: `
    INSERT INTO run_tag (run_id, project_id, key, value)
    SELECT t.run_id, $1::uuid, t.key, t.value FROM unnest($2::uuid[], $3::text[], $4::text[]) AS t(run_id, key, value)
    ON CONFLICT (run_id, key) DO UPDATE SET value = excluded.value
    WHERE run_tag.value IS DISTINCT FROM excluded.value`,
};

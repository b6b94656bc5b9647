import type { Statement } from "../../store.ts";

/** Sets tags of one run, overwriting. Parameters: run uuid, project uuid, text[] keys in order, text[] values. */
export const upsertTags: Statement = {
  name: "runs_upsert_tags_v1",
  text: `
    INSERT INTO run_tag (run_id, project_id, key, value)
    SELECT $1::uuid, $2::uuid, t.key, t.value FROM unnest($3::text[], $4::text[]) AS t(key, value)
    ON CONFLICT (run_id, key) DO UPDATE SET value = excluded.value
    WHERE run_tag.value IS DISTINCT FROM excluded.value`,
};

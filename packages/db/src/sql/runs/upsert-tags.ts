import type { Statement } from "../../store.ts";

/** Sets tags n of runs, overwriting. The project is the first parameter; `json` has them in order, each key of a run once. */
export const upsertTagsSql = (json: string, condition = "true"): string => `
    INSERT INTO run_tag (run_id, project_id, key, value)
    SELECT n."runId", $1::uuid, n.key, n.value
    FROM json_to_recordset(${json}::json) AS n(at int, "runId" uuid, key text, value text)
    WHERE ${condition} ORDER BY n.at
    ON CONFLICT (run_id, key) DO UPDATE SET value = excluded.value
    WHERE run_tag.value IS DISTINCT FROM excluded.value`;

/** The same alone. Parameters: project uuid, json of tags. */
export const upsertTags: Statement = { name: "runs_upsert_tags_v3", text: upsertTagsSql("$2") };

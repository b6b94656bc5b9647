import type { Statement } from "../../store.ts";

/**
 * Gives imported runs the parent that their tag names, where it came after them; answers their ids. Parameters: job
 * uuid, project uuid. Plan: the job's items by primary key, then runs and tags by theirs.
 */
export const linkImportedParents: Statement = {
  name: "imports_link_parents_v1",
  text: `
    UPDATE run SET parent_run_id = parent.id
    FROM import_item i
    CROSS JOIN LATERAL (SELECT CASE WHEN i.kind = 'run' AND i.target_id <> '' THEN i.target_id::uuid END AS run_id) own
    JOIN run_tag t ON t.run_id = own.run_id AND t.key = 'mlflow.parentRunId'
    JOIN run parent ON parent.project_id = $2::uuid AND parent.id::text = regexp_replace(
      t.value, '^(.{8})(.{4})(.{4})(.{4})(.{12})$', '\\1-\\2-\\3-\\4-\\5')
    WHERE i.job_id = $1::uuid AND i.kind = 'run' AND run.id = own.run_id AND run.project_id = $2::uuid
      AND run.parent_run_id IS NULL AND parent.id <> run.id
    RETURNING run.id`,
};

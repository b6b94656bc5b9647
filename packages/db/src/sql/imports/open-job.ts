import type { Statement } from "../../store.ts";

export interface OpenedJobRow {
  id: string;
}

/**
 * Begins an import or goes on with the one that the project has from the same source. Parameters: uuid, project uuid,
 * text source, text who, moment.
 */
export const openImportJob: Statement = {
  name: "imports_open_job_v1",
  text: `
    INSERT INTO import_job (id, project_id, source, state, started_by, started_at)
    VALUES ($1::uuid, $2::uuid, $3::text, 'running', $4::text, $5::timestamptz)
    ON CONFLICT (project_id, source) DO UPDATE
      SET state = 'running', started_by = excluded.started_by, started_at = excluded.started_at, finished_at = NULL
    RETURNING id`,
};

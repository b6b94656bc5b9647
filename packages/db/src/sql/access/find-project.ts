import type { Statement } from "../../store.ts";

export interface ProjectRefRow {
  id: string;
  workspace_id: string;
  slug: string;
  name: string;
  visibility: "workspace" | "private";
}

const COLUMNS = "id, workspace_id, slug, name, visibility";

/** A project that is not archived. Parameters: workspace uuid, slug. */
export const findProjectBySlug: Statement = {
  name: "access_project_by_slug_v1",
  text: `SELECT ${COLUMNS} FROM project WHERE workspace_id = $1::uuid AND slug = $2 AND archived_at IS NULL`,
};

/** The same. Parameters: workspace uuid, project uuid. */
export const findProjectById: Statement = {
  name: "access_project_by_id_v1",
  text: `SELECT ${COLUMNS} FROM project WHERE workspace_id = $1::uuid AND id = $2::uuid AND archived_at IS NULL`,
};

/** An archived project that is not being deleted. Parameters: workspace uuid, slug. */
export const findArchivedProject: Statement = {
  name: "access_archived_project_v1",
  text: `SELECT ${COLUMNS} FROM project
    WHERE workspace_id = $1::uuid AND slug = $2 AND archived_at IS NOT NULL AND deleted_at IS NULL`,
};

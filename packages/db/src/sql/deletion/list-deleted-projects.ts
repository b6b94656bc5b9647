import type { Statement } from "../../store.ts";

/** Projects that are to be taken away, the longest waiting first. */
export const listDeletedProjects: Statement = {
  name: "deletion_list_projects_v1",
  text: "SELECT id, workspace_id, slug, name, visibility FROM project WHERE deleted_at IS NOT NULL ORDER BY deleted_at, id",
};

/** Some runs of a project, forks before what they were forked from. Parameters: project uuid, most runs. */
export const listAnyRuns: Statement = {
  name: "deletion_list_any_runs_v1",
  text: "SELECT id FROM run WHERE project_id = $1::uuid ORDER BY number DESC LIMIT $2::int",
};

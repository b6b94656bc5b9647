import type { Statement } from "../../store.ts";

export interface ProjectRow {
  id: string;
  slug: string;
  name: string;
  description: string;
  visibility: "workspace" | "private";
  created_at: Date;
  run_count: bigint;
  model_count: bigint;
  last_activity_at: Date | null;
}

/**
 * A workspace's projects that somebody may see, by name, with what is in them. Parameters: workspace uuid, user uuid
 * or null, whether private ones of others are seen, one project uuid or null for all.
 */
export const listProjects: Statement = {
  name: "projects_list_v1",
  text: `
    SELECT p.id, p.slug, p.name, p.description, p.visibility, p.created_at,
      (SELECT count(*) FROM run r WHERE r.project_id = p.id AND r.archived_at IS NULL) AS run_count,
      (SELECT count(*) FROM registered_model m WHERE m.project_id = p.id AND m.archived_at IS NULL) AS model_count,
      (SELECT max(r.started_at) FROM run r WHERE r.project_id = p.id) AS last_activity_at
    FROM project p
    WHERE p.workspace_id = $1::uuid AND p.archived_at IS NULL AND ($4::uuid IS NULL OR p.id = $4::uuid)
      AND (p.visibility = 'workspace' OR $3::boolean
        OR EXISTS (SELECT 1 FROM project_role g WHERE g.project_id = p.id AND g.user_id = $2::uuid))
    ORDER BY p.name, p.id`,
};

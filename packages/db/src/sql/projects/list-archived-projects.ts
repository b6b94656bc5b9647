import type { Statement } from "../../store.ts";

export interface ArchivedProjectRow {
  slug: string;
  name: string;
  archived_at: Date;
  is_being_deleted: boolean;
  runs_left: bigint;
}

/**
 * A workspace's archived projects that somebody may see, the last archived first; of those being deleted with the
 * runs that are not yet cleared away. Parameters: workspace uuid, user uuid or null, whether private ones of others
 * are seen, one project uuid or null for all.
 */
export const listArchivedProjects: Statement = {
  name: "projects_list_archived_v1",
  text: `
    SELECT p.slug, p.name, p.archived_at, p.deleted_at IS NOT NULL AS is_being_deleted,
      (SELECT count(*) FROM run r WHERE r.project_id = p.id)
        + (SELECT count(*) FROM run_purge g WHERE g.project_id = p.id) AS runs_left
    FROM project p
    WHERE p.workspace_id = $1::uuid AND p.archived_at IS NOT NULL AND ($4::uuid IS NULL OR p.id = $4::uuid)
      AND (p.visibility = 'workspace' OR $3::boolean
        OR EXISTS (SELECT 1 FROM project_role g WHERE g.project_id = p.id AND g.user_id = $2::uuid))
    ORDER BY p.archived_at DESC, p.id`,
};

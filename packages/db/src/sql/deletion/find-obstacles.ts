import type { Statement } from "../../store.ts";

export interface ObstacleRow {
  run_id: string;
  run_name: string;
  kind: "version" | "fork";
  /** `model/number`, or the fork's name. */
  name: string;
}

/**
 * What keeps runs from being deleted: versions in the registry that came from them, and forks that stay, for a fork
 * reads what it inherits from its base. Parameters: project uuid, uuid[] runs. Plan: the indexes on source and fork.
 */
export const findObstacles: Statement = {
  name: "deletion_find_obstacles_v1",
  text: `
    SELECT r.id AS run_id, r.name AS run_name, 'version' AS kind, m.name || '/' || v.number AS name
    FROM run r JOIN model_version v ON v.source_run_id = r.id AND v.archived_at IS NULL
    JOIN registered_model m ON m.id = v.model_id
    WHERE r.project_id = $1::uuid AND r.id = ANY($2::uuid[])
    UNION ALL
    SELECT r.id, r.name, 'fork', f.name
    FROM run r JOIN run f ON f.forked_from_run_id = r.id
    WHERE r.project_id = $1::uuid AND r.id = ANY($2::uuid[]) AND NOT f.id = ANY($2::uuid[])
    ORDER BY run_id, kind, name LIMIT 20`,
};

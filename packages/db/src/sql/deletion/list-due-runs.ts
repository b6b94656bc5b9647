import type { Statement } from "../../store.ts";

const DUE = "r.project_id = $1::uuid AND r.archived_at < $2::timestamptz";
const IS_REGISTERED = "EXISTS (SELECT 1 FROM model_version v WHERE v.source_run_id = r.id AND v.archived_at IS NULL)";
const IS_FORKED = "EXISTS (SELECT 1 FROM run f WHERE f.forked_from_run_id = r.id)";

/**
 * Runs archived before a moment that nothing keeps; a base follows once its forks are gone. Parameters: project uuid,
 * moment, most runs.
 */
export const listDueRuns: Statement = {
  name: "deletion_list_due_runs_v1",
  text: `
    SELECT r.id FROM run r WHERE ${DUE} AND NOT ${IS_REGISTERED} AND NOT ${IS_FORKED}
    ORDER BY r.archived_at, r.id LIMIT $3::int`,
};

export interface DueCountRow {
  due: bigint;
  kept: bigint;
}

/** How many runs archived before a moment would go, and how many stay for a version or a fork that stays. Parameters: project uuid, moment. */
export const countDueRuns: Statement = {
  name: "deletion_count_due_runs_v1",
  text: `
    WITH RECURSIVE kept AS (
      SELECT r.id, r.forked_from_run_id FROM run r
      WHERE r.project_id = $1::uuid AND (r.archived_at IS NULL OR r.archived_at >= $2::timestamptz OR ${IS_REGISTERED})
      UNION
      SELECT base.id, base.forked_from_run_id FROM kept k JOIN run base ON base.id = k.forked_from_run_id
    )
    SELECT count(*) FILTER (WHERE k.id IS NULL) AS due, count(k.id) AS kept
    FROM run r LEFT JOIN kept k ON k.id = r.id WHERE ${DUE}`,
};

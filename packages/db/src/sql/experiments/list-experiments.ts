import type { Statement } from "../../store.ts";

export interface ExperimentListRow {
  id: string;
  run_count: bigint;
  running_count: bigint;
  last_run_at: Date | null;
}

/** Run counts of all experiments of a project. Parameters: project uuid. Plan: one pass over the project's runs. */
export const countExperimentRuns: Statement = {
  name: "experiments_count_runs_v1",
  text: `
    SELECT e.id, count(r.id) AS run_count, count(r.id) FILTER (WHERE r.status = 'running') AS running_count,
      max(r.started_at) AS last_run_at
    FROM experiment e LEFT JOIN run r ON r.experiment_id = e.id AND r.archived_at IS NULL
    WHERE e.project_id = $1::uuid
    GROUP BY e.id`,
};

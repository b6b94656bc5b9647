import type { Statement } from "../../store.ts";

/**
 * Archives the active runs of an experiment, noting that they went with it; answers how many. Parameters: project uuid, experiment uuid,
 * moment. Plan: the experiment's index of run.
 */
export const archiveRunsOfExperiment: Statement = {
  name: "experiments_archive_runs_v1",
  text: `
    WITH gone AS (
      UPDATE run SET archived_at = $3::timestamptz, archived_with_experiment = true
      WHERE project_id = $1::uuid AND experiment_id = $2::uuid AND archived_at IS NULL RETURNING 1
    ) SELECT count(*)::int AS count FROM gone`,
};

/** Brings back the runs that went with their experiment, and only those; answers how many. Parameters: project uuid, experiment uuid. */
export const restoreRunsOfExperiment: Statement = {
  name: "experiments_restore_runs_v1",
  text: `
    WITH back AS (
      UPDATE run SET archived_at = NULL, archived_with_experiment = false
      WHERE project_id = $1::uuid AND experiment_id = $2::uuid AND archived_with_experiment RETURNING 1
    ) SELECT count(*)::int AS count FROM back`,
};

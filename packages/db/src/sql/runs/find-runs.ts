import type { RunStatus } from "@assay/contract";
import type { Statement } from "../../store.ts";
import { epochMs } from "../epoch-ms.ts";

export interface FoundRunRow {
  id: string;
  name: string;
  number: number;
  status: RunStatus;
  is_archived: boolean;
  experiment_id: string;
  experiment_number: number;
  experiment_name: string;
  parent_id: string | null;
  parent_name: string | null;
  fork_id: string | null;
  fork_name: string | null;
  fork_step: number | null;
  source: unknown;
  environment: unknown;
  notes: string;
  created_by: string;
  created_at_ms: number;
  started_at_ms: number;
  ended_at_ms: number | null;
  heartbeat_at_ms: number | null;
}

/** A run in one column: the driver takes up the names of all columns anew with every answer. */
export interface FoundRun {
  run: FoundRunRow;
}

/** Runs of `runs` that meet a condition, with what they refer to. Moments are numbers. */
export const runColumnsSql = (runs: string, where = ""): string => `
    SELECT r.id, r.name, r.number, r.status, r.archived_at IS NOT NULL AS is_archived,
      e.id AS experiment_id, e.number AS experiment_number, e.name AS experiment_name,
      p.id AS parent_id, p.name AS parent_name, f.id AS fork_id, f.name AS fork_name, r.fork_step,
      r.source, r.environment, r.notes, r.created_by, ${epochMs("r.created_at")} AS created_at_ms,
      ${epochMs("r.started_at")} AS started_at_ms, ${epochMs("r.ended_at")} AS ended_at_ms,
      ${epochMs("r.heartbeat_at")} AS heartbeat_at_ms
    FROM ${runs} r JOIN experiment e ON e.id = r.experiment_id
    LEFT JOIN run p ON p.id = r.parent_run_id
    LEFT JOIN run f ON f.id = r.forked_from_run_id ${where}`;

/** Runs of a project with what they refer to. Parameters: project uuid, uuid[] runs. Plan: primary keys. */
export const findRuns: Statement = {
  name: "runs_find_v3",
  text: `
    SELECT row_to_json(found) AS run
    FROM (${runColumnsSql("run", "WHERE r.id = ANY($2::uuid[]) AND r.project_id IS NOT DISTINCT FROM $1::uuid")}) found`,
};

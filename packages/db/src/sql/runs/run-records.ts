import type { RunDataset, RunStatus } from "@assay/contract";
import type { Statement } from "../../store.ts";
import { epochMs } from "../epoch-ms.ts";
import { PROJECT_SQL } from "./field-sql.ts";

/** A dataset or logged model of a run. Ids are as the database writes them. */
export type AttachedRow =
  | ({ kind: "dataset" } & RunDataset)
  | { kind: "modelInput"; id: string }
  | { kind: "modelOutput"; id: string; step: number };

/** What not every run has, by the runs' ids as the database writes them; null when none has. */
export type OfSome<Value> = Record<string, Value> | null;

/** All runs: their ids, with commas in between, and in the same order a list for each thing they all have. */
export interface RunRecords {
  uuids: string;
  names: string[];
  statuses: RunStatus[];
  experiment_numbers: number[];
  users: (string | null)[];
  creators: string[];
  started_at_ms: number[];
  ended_at_ms: (number | null)[];
  params: (Record<string, string> | null)[];
  tags: (Record<string, string> | null)[];
  attached: OfSome<AttachedRow[]>;
  /** Of those that have not ended: nothing is shown of it for others. */
  heartbeat_at_ms: OfSome<number>;
  archived: OfSome<true>;
  parent_ids: OfSome<string>;
  notes: OfSome<string>;
}

/** The same when there are none. */
type NoRunRecords = Record<keyof RunRecords, null>;

/** In one column: to learn what a column is called costs whoever reads it more than most of these hold. */
export interface RunRecordsRow {
  records: RunRecords | NoRunRecords;
}

/**
 * Runs of a project with everything that hangs on them but their points, in no order. Parameters: project uuid, uuid[]
 * runs. Plan: primary keys, each table once.
 */
export const runRecords: Statement = { name: "runs_records_v4", text: runRecordsSql("$2::uuid[]") };

/**
 * The same of an array of ids, with the project as the first parameter. One statement, since going to the database and
 * back costs more than any of its parts, and one row, since to read a row costs more than to find a run.
 */
export function runRecordsSql(runIds: string): string {
  return `
    SELECT json_build_object('uuids', string_agg(r.id::text, ','), 'names', json_agg(r.name),
      'statuses', json_agg(r.status), 'experiment_numbers', json_agg(e.number),
      'users', json_agg(r.environment ->> 'user'), 'creators', json_agg(r.created_by),
      'started_at_ms', json_agg(${epochMs("r.started_at")}), 'ended_at_ms', json_agg(${epochMs("r.ended_at")}),
      'params', json_agg(params.content), 'tags', json_agg(tags.content),
      'attached', ${ofSome("attached.content", "attached.run_id IS NOT NULL")},
      'heartbeat_at_ms', ${ofSome(epochMs("r.heartbeat_at"), "r.status = 'running' AND r.heartbeat_at IS NOT NULL")},
      'archived', ${ofSome("true", "r.archived_at IS NOT NULL")},
      'parent_ids', ${ofSome("r.parent_run_id", "r.parent_run_id IS NOT NULL")},
      'notes', ${ofSome("r.notes", "r.notes <> ''")}) AS records
    FROM run r JOIN experiment e ON e.id = r.experiment_id
    LEFT JOIN (${entriesOf("param", runIds)}) params ON params.run_id = r.id
    LEFT JOIN (${entriesOf("run_tag", runIds)}) tags ON tags.run_id = r.id
    LEFT JOIN (
      SELECT run_id, json_agg(content) AS content FROM (
        SELECT i.run_id, json_build_object('kind', 'dataset', 'id', d.id, 'name', d.name, 'digest', d.digest,
          'digestOrigin', d.digest_origin, 'sourceType', d.source_type, 'source', d.source, 'schema', d.schema,
          'profile', d.profile, 'createdAtMs', ${epochMs("d.created_at")}, 'context', i.context, 'tags', i.tags)
          AS content
        FROM run_input i JOIN dataset d ON d.id = i.dataset_id AND d.project_id IS NOT DISTINCT FROM ${PROJECT_SQL}
        WHERE i.run_id = ANY(${runIds})
        UNION ALL
        SELECT run_id, json_build_object('kind', 'modelInput', 'id', logged_model_id)
        FROM run_model_input WHERE run_id = ANY(${runIds})
        UNION ALL
        SELECT run_id, json_build_object('kind', 'modelOutput', 'id', logged_model_id, 'step', step)
        FROM run_model_output WHERE run_id = ANY(${runIds})
      ) one GROUP BY run_id
    ) attached ON attached.run_id = r.id
    WHERE r.id = ANY(${runIds}) AND r.project_id IS NOT DISTINCT FROM ${PROJECT_SQL}`;
}

function ofSome(value: string, condition: string): string {
  return `json_object_agg(r.id, ${value}) FILTER (WHERE ${condition})`;
}

function entriesOf(table: "param" | "run_tag", runIds: string): string {
  return `SELECT run_id, json_object_agg(key, value ORDER BY key COLLATE "C") AS content
    FROM ${table} WHERE run_id = ANY(${runIds}) AND project_id IS NOT DISTINCT FROM ${PROJECT_SQL} GROUP BY run_id`;
}

import type { Statement } from "../../store.ts";

/** Keys of one run, in their order, and the value of each. */
export interface RunEntriesRow {
  run_id: string;
  keys: string[];
  values: string[];
}

/**
 * Params or tags of runs, as two lists for each run rather than a row for each entry. Parameters: project uuid, uuid[]
 * runs. Plan: primary key.
 */
const entriesOf = (table: "param" | "run_tag"): Statement => ({
  name: `runs_${table}_entries_v1`,
  text: `
    SELECT run_id, json_agg(key ORDER BY key COLLATE "C") AS keys, json_agg(value ORDER BY key COLLATE "C") AS "values"
    FROM ${table} WHERE run_id = ANY($2::uuid[]) AND project_id IS NOT DISTINCT FROM $1::uuid
    GROUP BY run_id`,
});

export const paramEntries = entriesOf("param");
export const tagEntries = entriesOf("run_tag");

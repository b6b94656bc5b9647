import type { Statement } from "../../store.ts";
import { accessChangedSql } from "../access/access-changed-sql.ts";
import { addParamsSql, type StoredParamRow } from "./add-params.ts";
import { RUN_STATE_COLUMNS, type RunStateRow } from "./find-run-state.ts";
import { upsertTagsSql } from "./upsert-tags.ts";

/** A run of those asked for and a param as it is stored now; nulls for a run that none was logged to. */
type FoundEntryRow = RunStateRow & { id: string } & (
    | Pick<StoredParamRow, "key" | "value">
    | { key: null; value: null }
  );

/** With whether access has changed since one of the requests was let in. Nothing is found then, and maybe otherwise. */
export type LoggedEntryRow = (FoundEntryRow | { id: null }) & { has_changed: boolean };

const IS_WRITABLE = `n."runId" IN (SELECT id FROM held WHERE NOT is_archived)`;

/**
 * Adds params and sets tags of runs, which cannot be deleted until the transaction ends; archived ones are left alone, and
 * all of them when access has changed. Answers each run's state and what is stored of each param. Parameters: project
 * uuid, json of the runs' ids, of params and of tags, the versions of access that the requests were let in by. Plan: each run for itself by its primary key: a plan for all of them may read the whole table.
 */
export const logEntries: Statement = {
  name: "runs_log_entries_v4",
  text: `
    WITH now AS MATERIALIZED (SELECT ${accessChangedSql("$5")} AS has_changed
    ), held AS MATERIALIZED (
      SELECT run.* FROM now CROSS JOIN json_array_elements_text($2::json) AS asked(id)
      CROSS JOIN LATERAL (
        SELECT r.id, ${RUN_STATE_COLUMNS} FROM run r
        WHERE r.id = asked.id::uuid AND r.project_id IS NOT DISTINCT FROM $1::uuid LIMIT 1 FOR KEY SHARE
      ) run WHERE NOT now.has_changed
    ), added AS (${addParamsSql("$3", IS_WRITABLE)}
    ), tagged AS (${upsertTagsSql("$4", IS_WRITABLE)}
    )
    SELECT h.*, a.key, a.value, now.has_changed
    FROM now LEFT JOIN held h ON true LEFT JOIN added a ON a.run_id = h.id`,
  hasOnePlan: true,
};

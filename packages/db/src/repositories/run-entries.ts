import type { ProjectId, RunId } from "@assay/contract";
import { AccessChangedError } from "../access-changed.ts";
import { toId } from "../convert.ts";
import { type LoggedEntryRow, logEntries } from "../sql/runs/log-entries.ts";
import type { SqlStore } from "../store.ts";
import { paramsJson, tagsJson } from "./entries-of-runs.ts";
import { type RunState, toState } from "./runs.ts";

export interface RunEntries {
  runId: RunId;
  params: Record<string, string>;
  tags: Record<string, string>;
}

export interface LoggedRun {
  state: RunState;
  /** The key of one that is stored with another value, which it keeps. */
  changedParam: string | null;
}

/**
 * Adds params and sets tags of runs, each named once, by one statement. Archived runs are left alone, and those that the
 * project has not are left out of the answer.
 * @throws AccessChangedError if access is no longer what it was at one of the versions.
 */
export async function log(
  store: SqlStore,
  projectId: ProjectId,
  given: readonly RunEntries[],
  accessVersions: readonly bigint[],
): Promise<Map<RunId, LoggedRun>> {
  const rows = await store.query<LoggedEntryRow>(logEntries, [
    projectId,
    JSON.stringify(given.map(({ runId }) => runId)),
    paramsJson(given.map(({ runId, params }) => [runId, params])),
    tagsJson(given.map(({ runId, tags }) => [runId, tags])),
    accessVersions,
  ]);
  const wanted = new Map(given.map((one) => [one.runId, one.params]));
  const logged = new Map<RunId, LoggedRun>();
  for (const row of rows) {
    if (row.has_changed) throw new AccessChangedError();
    if (row.id === null) continue;
    const runId = toId<RunId>(row.id);
    const { key, value } = row;
    const isChanged = key !== null && wanted.get(runId)?.[key] !== value;
    const known = logged.get(runId) ?? { state: toState(runId, row), changedParam: null };
    logged.set(runId, isChanged ? { ...known, changedParam: key } : known);
  }
  return logged;
}

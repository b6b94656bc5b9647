import type { ProjectId, RunId } from "@assay/contract";
import { toId } from "../convert.ts";
import { addParams, type StoredParamRow } from "../sql/runs/add-params.ts";
import { paramEntries } from "../sql/runs/run-entries.ts";
import type { SqlStore } from "../store.ts";
import { entriesOfRuns, NO_ENTRIES, paramsJson } from "./entries-of-runs.ts";

export interface RunParams {
  runId: RunId;
  params: Record<string, string>;
}

export interface ChangedParam {
  runId: RunId;
  key: string;
}

/** Adds params of runs, each named once; those already there stay. Answers which are stored with another value. */
export async function add(store: SqlStore, projectId: ProjectId, added: readonly RunParams[]): Promise<ChangedParam[]> {
  const json = paramsJson(added.map(({ runId, params }) => [runId, params]));
  if (json === NO_ENTRIES) return [];
  const stored = await store.query<StoredParamRow>(addParams, [projectId, json]);
  const wanted = new Map(added.map(({ runId, params }) => [runId, params]));
  return stored.flatMap(({ run_id, key, value }) => {
    const runId = toId<RunId>(run_id);
    return wanted.get(runId)?.[key] === value ? [] : [{ runId, key }];
  });
}

/** Params of runs of a project, by run and in the order of their keys. */
export const listForRuns = (
  store: SqlStore,
  projectId: ProjectId,
  runIds: readonly RunId[],
): Promise<Map<RunId, Record<string, string>>> => entriesOfRuns(store, paramEntries, projectId, runIds);

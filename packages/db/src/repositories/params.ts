import type { ProjectId, RunId } from "@assay/contract";
import { paramNumber } from "@assay/domain";
import { arrayLiteral } from "../convert.ts";
import { addParams, type StoredParamRow } from "../sql/runs/add-params.ts";
import { paramEntries } from "../sql/runs/run-entries.ts";
import type { SqlStore } from "../store.ts";
import { entriesOfRuns } from "./entries-of-runs.ts";

/** Adds params; those already there are left as they are. Returns keys whose stored value differs from the given one. */
export async function add(
  store: SqlStore,
  projectId: ProjectId,
  runId: RunId,
  params: Record<string, string>,
): Promise<string[]> {
  // In one order, so that requests with the same keys wait for one another and never in a circle.
  const keys = Object.keys(params).sort();
  if (keys.length === 0) return [];
  const values = keys.map((key) => params[key] ?? "");
  const numbers = values.map((value) => paramNumber(value) ?? "NULL");
  const columns = [arrayLiteral(keys), arrayLiteral(values), `{${numbers.join()}}`];
  const stored = await store.query<StoredParamRow>(addParams, [runId, projectId, ...columns]);
  return stored.filter((row) => row.value !== params[row.key]).map((row) => row.key);
}

/** Params of runs of a project, by run and in the order of their keys. */
export const listForRuns = (
  store: SqlStore,
  projectId: ProjectId,
  runIds: readonly RunId[],
): Promise<Map<RunId, Record<string, string>>> => entriesOfRuns(store, paramEntries, projectId, runIds);

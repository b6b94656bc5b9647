import type { ProjectId, RunId } from "@assay/contract";
import { compareTexts } from "../compare-texts.ts";
import { idArray, toId } from "../convert.ts";
import type { RunEntriesRow } from "../sql/runs/run-entries.ts";
import type { SqlStore, Statement } from "../store.ts";

/** What a statement of run-entries answers, as maps by run; runs without entries are left out. */
export async function entriesOfRuns(
  store: SqlStore,
  statement: Statement,
  projectId: ProjectId,
  runIds: readonly RunId[],
): Promise<Map<RunId, Record<string, string>>> {
  const rows = await store.query<RunEntriesRow>(statement, [projectId, idArray(runIds)]);
  return new Map(rows.map(({ run_id, keys, values }) => [toId<RunId>(run_id), toMap(keys, values)]));
}

/** fromEntries defines own properties, so that a key such as __proto__ is ordinary data. */
const toMap = (keys: readonly string[], values: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key, at) => [key, values[at] ?? ""]));

export interface RunEntry {
  runId: RunId;
  key: string;
  value: string;
}

/** All entries in one order, so that requests with the same keys wait for one another and never in a circle. */
export function inOrder(maps: readonly (readonly [RunId, Record<string, string>])[]): RunEntry[] {
  return maps
    .flatMap(([runId, map]) => Object.entries(map).map(([key, value]) => ({ runId, key, value })))
    .sort((a, b) => compareTexts(a.runId, b.runId) || compareTexts(a.key, b.key));
}

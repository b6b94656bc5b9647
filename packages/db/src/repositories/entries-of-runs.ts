import type { ProjectId, RunId } from "@assay/contract";
import { paramNumber } from "@assay/domain";
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

interface RunEntry {
  runId: RunId;
  key: string;
  value: string;
}

type RunMap = readonly [RunId, Record<string, string>];

/** Json of none. */
export const NO_ENTRIES = "[]";

/** Params as the statements that add them take them: json. */
export const paramsJson = (maps: readonly RunMap[]): string =>
  JSON.stringify(inOrder(maps).map((entry) => ({ ...entry, number: paramNumber(entry.value)?.toString() ?? null })));

/** The same of tags. */
export const tagsJson = (maps: readonly RunMap[]): string => JSON.stringify(inOrder(maps));

/** All entries in one order, so that requests with the same keys wait for one another and never in a circle. */
function inOrder(maps: readonly RunMap[]): (RunEntry & { at: number })[] {
  return maps
    .flatMap(([runId, map]) => Object.entries(map).map(([key, value]) => ({ runId, key, value })))
    .sort((a, b) => compareTexts(a.runId, b.runId) || compareTexts(a.key, b.key))
    .map((entry, at) => ({ at, ...entry }));
}

import type { ProjectId, RunId } from "@assay/contract";
import { tagEntries } from "../sql/runs/run-entries.ts";
import { upsertTags } from "../sql/runs/upsert-tags.ts";
import type { SqlStore, Store } from "../store.ts";
import { entriesOfRuns, NO_ENTRIES, tagsJson } from "./entries-of-runs.ts";

export interface RunTags {
  runId: RunId;
  tags: Record<string, string>;
}

/** Sets tags of runs, each named once, overwriting. */
export async function set(store: SqlStore, projectId: ProjectId, given: readonly RunTags[]): Promise<void> {
  const json = tagsJson(given.map(({ runId, tags }) => [runId, tags]));
  if (json !== NO_ENTRIES) await store.query(upsertTags, [projectId, json]);
}

/** The value of one tag; null when the run does not have it. */
export async function find(store: Store, projectId: ProjectId, runId: RunId, key: string): Promise<string | null> {
  const row = await store.prisma.runTag.findFirst({ where: { projectId, runId, key }, select: { value: true } });
  return row === null ? null : row.value;
}

/** Removes a tag; false when there was none. */
export async function remove(store: Store, projectId: ProjectId, runId: RunId, key: string): Promise<boolean> {
  const { count } = await store.prisma.runTag.deleteMany({ where: { projectId, runId, key } });
  return count === 1;
}

/** Tags of runs of a project, by run and in the order of their keys. */
export const listForRuns = (
  store: SqlStore,
  projectId: ProjectId,
  runIds: readonly RunId[],
): Promise<Map<RunId, Record<string, string>>> => entriesOfRuns(store, tagEntries, projectId, runIds);

import type { ProjectId, RunId } from "@assay/contract";
import { arrayLiteral } from "../convert.ts";
import { tagEntries } from "../sql/runs/run-entries.ts";
import { upsertTags } from "../sql/runs/upsert-tags.ts";
import type { SqlStore, Store } from "../store.ts";
import { entriesOfRuns } from "./entries-of-runs.ts";

/** Sets tags, overwriting. */
export async function set(
  store: SqlStore,
  projectId: ProjectId,
  runId: RunId,
  tags: Record<string, string>,
): Promise<void> {
  const keys = Object.keys(tags).sort();
  if (keys.length === 0) return;
  const values = keys.map((key) => tags[key] ?? "");
  await store.query(upsertTags, [runId, projectId, arrayLiteral(keys), arrayLiteral(values)]);
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

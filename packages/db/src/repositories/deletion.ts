import type { ProjectId, RunId } from "@assay/contract";
import { toId } from "../convert.ts";
import { deleteProject, findProtectedAlias, lockDeletedProject } from "../sql/deletion/delete-project.ts";
import { deleteRuns } from "../sql/deletion/delete-runs.ts";
import { findObstacles, type ObstacleRow } from "../sql/deletion/find-obstacles.ts";
import { listAnyRuns, listDeletedProjects } from "../sql/deletion/list-deleted-projects.ts";
import { countDueRuns, type DueCountRow, listDueRuns } from "../sql/deletion/list-due-runs.ts";
import { type LockedRunRow, lockModelsOfRuns, lockRuns } from "../sql/deletion/lock-runs.ts";
import type { Store } from "../store.ts";

export interface LockedRun {
  id: RunId;
  name: string;
  isArchived: boolean;
}

/** Holds those of the runs that the project has, and the logged models they made, until the transaction ends. */
export async function lock(tx: Store, projectId: ProjectId, ids: readonly RunId[]): Promise<LockedRun[]> {
  const rows = await tx.query<LockedRunRow>(lockRuns, [projectId, [...ids]]);
  await tx.query(lockModelsOfRuns, [projectId, [...ids]]);
  return rows.map((row) => ({ id: toId<RunId>(row.id), name: row.name, isArchived: row.is_archived }));
}

export interface Obstacle {
  runId: RunId;
  runName: string;
  kind: "version" | "fork";
  name: string;
}

/** What keeps these runs from being deleted together; the first few. */
export async function obstacles(store: Store, projectId: ProjectId, ids: readonly RunId[]): Promise<Obstacle[]> {
  const rows = await store.query<ObstacleRow>(findObstacles, [projectId, [...ids]]);
  return rows.map(({ run_id, run_name, kind, name }) => ({
    runId: toId<RunId>(run_id),
    runName: run_name,
    kind,
    name,
  }));
}

/** Deletes runs with all that names them; what they logged is noted to be cleared away. */
export async function removeRuns(tx: Store, projectId: ProjectId, ids: readonly RunId[]): Promise<void> {
  await tx.query(deleteRuns, [projectId, [...ids], [...ids]]);
}

/** Runs archived before a moment that nothing keeps, at most `limit`. */
export async function dueRuns(store: Store, projectId: ProjectId, before: Date, limit: number): Promise<RunId[]> {
  const rows = await store.query<{ id: string }>(listDueRuns, [projectId, before, limit]);
  return rows.map(({ id }) => toId<RunId>(id));
}

/** How many runs archived before a moment would go, and how many something keeps. */
export async function countDue(
  store: Store,
  projectId: ProjectId,
  before: Date,
): Promise<{ due: number; kept: number }> {
  const [row] = await store.query<DueCountRow>(countDueRuns, [projectId, before]);
  return { due: Number(row?.due ?? 0), kept: Number(row?.kept ?? 0) };
}

/** Some runs of a project, archived or not. */
export async function anyRuns(store: Store, projectId: ProjectId, limit: number): Promise<RunId[]> {
  const rows = await store.query<{ id: string }>(listAnyRuns, [projectId, limit]);
  return rows.map(({ id }) => toId<RunId>(id));
}

/** A protected alias of the project's models; null when there is none. */
export async function protectedAlias(
  store: Store,
  projectId: ProjectId,
): Promise<{ model: string; alias: string } | null> {
  const [row] = await store.query<{ model: string; alias: string }>(findProtectedAlias, [projectId]);
  return row ?? null;
}

/** Projects that are to be taken away. */
export async function deletedProjects(store: Store): Promise<ProjectId[]> {
  const rows = await store.query<{ id: string }>(listDeletedProjects, []);
  return rows.map(({ id }) => toId<ProjectId>(id));
}

/** Takes away a deleted project that has no runs left; false while it has some. */
export async function removeProject(tx: Store, projectId: ProjectId): Promise<boolean> {
  await tx.query(lockDeletedProject, [projectId]);
  const rows = await tx.query(deleteProject, [projectId]);
  return rows.length > 0;
}

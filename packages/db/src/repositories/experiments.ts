import type { Experiment, ExperimentId, ExperimentListItem, ProjectId, WorkspaceId } from "@assay/contract";
import { toId, toMs, toMsOrNull, toTextMap } from "../convert.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { archiveRunsOfExperiment, restoreRunsOfExperiment } from "../sql/experiments/archive-runs.ts";
import { countExperimentRuns, type ExperimentListRow } from "../sql/experiments/list-experiments.ts";
import { lockExperiment } from "../sql/experiments/lock-experiment.ts";
import type { Store } from "../store.ts";

interface ExperimentRow {
  id: string;
  number: number;
  name: string;
  description: string;
  tags: Prisma.JsonValue;
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
}

const toExperiment = (row: ExperimentRow): Experiment => ({
  id: toId<ExperimentId>(row.id),
  number: row.number,
  name: row.name,
  description: row.description,
  lifecycle: row.archivedAt === null ? "active" : "archived",
  tags: toTextMap(row.tags),
  createdAtMs: toMs(row.createdAt),
  updatedAtMs: toMs(row.updatedAt),
});

async function findOne(store: Store, where: Prisma.ExperimentWhereInput): Promise<Experiment | null> {
  const row = await store.prisma.experiment.findFirst({ where });
  return row === null ? null : toExperiment(row);
}

export const findByNumber = (store: Store, projectId: ProjectId, number: number): Promise<Experiment | null> =>
  findOne(store, { projectId, number });

export const findByName = (store: Store, projectId: ProjectId, name: string): Promise<Experiment | null> =>
  findOne(store, { projectId, name });

export const findById = (store: Store, projectId: ProjectId, id: ExperimentId): Promise<Experiment | null> =>
  findOne(store, { projectId, id });

export async function create(
  store: Store,
  experiment: {
    id: ExperimentId;
    workspaceId: WorkspaceId;
    projectId: ProjectId;
    number: number;
    name: string;
    description: string;
    tags: Record<string, string>;
    createdAt: Date;
  },
): Promise<Experiment> {
  return toExperiment(
    await store.prisma.experiment.create({ data: { ...experiment, updatedAt: experiment.createdAt } }),
  );
}

/** All experiments of a project by number, with their run counts. */
export async function list(store: Store, projectId: ProjectId): Promise<ExperimentListItem[]> {
  const rows = await store.prisma.experiment.findMany({ where: { projectId }, orderBy: { number: "asc" } });
  const counts = await store.query<ExperimentListRow>(countExperimentRuns, [projectId]);
  const byId = new Map(counts.map((row) => [toId<ExperimentId>(row.id), row]));
  return rows.map((row) => {
    const experiment = toExperiment(row);
    const count = byId.get(experiment.id);
    return {
      ...experiment,
      runCount: Number(count?.run_count ?? 0),
      runningCount: Number(count?.running_count ?? 0),
      lastRunAtMs: toMsOrNull(count?.last_run_at ?? null),
    };
  });
}

export async function update(
  store: Store,
  id: ExperimentId,
  change: {
    name?: string;
    description?: string;
    tags?: Record<string, string>;
    archivedAt?: Date | null;
    updatedAt: Date;
  },
): Promise<Experiment> {
  return toExperiment(await store.prisma.experiment.update({ where: { id }, data: change }));
}

/** The experiments with these ids, in their order. */
export async function findMany(store: Store, projectId: ProjectId, ids: readonly string[]): Promise<Experiment[]> {
  const rows = await store.prisma.experiment.findMany({ where: { projectId, id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [toId<ExperimentId>(row.id), toExperiment(row)]));
  return ids.flatMap((id) => byId.get(toId<ExperimentId>(id)) ?? []);
}

/** Holds an experiment's row until the transaction ends, so that two changes of its tags follow one another. */
export async function lock(store: Store, id: ExperimentId): Promise<void> {
  await store.query(lockExperiment, [id]);
}

/** Archives the active runs of an experiment with it; answers how many. */
export async function archiveRuns(tx: Store, projectId: ProjectId, id: ExperimentId, at: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(archiveRunsOfExperiment, [projectId, id, at]);
  return row?.count ?? 0;
}

/** Brings back the runs that were archived with an experiment; answers how many. */
export async function restoreRuns(tx: Store, projectId: ProjectId, id: ExperimentId): Promise<number> {
  const [row] = await tx.query<{ count: number }>(restoreRunsOfExperiment, [projectId, id]);
  return row?.count ?? 0;
}

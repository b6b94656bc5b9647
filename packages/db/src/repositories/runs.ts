import {
  type ExperimentId,
  type ProjectId,
  type Run,
  RunEnvironment,
  type RunId,
  type RunRef,
  RunSource,
  type RunStatus,
  type UserId,
  type WorkspaceId,
} from "@assay/contract";
import { runDurationMs, shownStatus } from "@assay/domain";
import { AccessChangedError } from "../access-changed.ts";
import { idArray, toHex, toId, toMs } from "../convert.ts";
import { type CreatedRunRow, createRuns } from "../sql/runs/create-runs.ts";
import { findRunState, type RunStateRow } from "../sql/runs/find-run-state.ts";
import { type FoundRun, type FoundRunRow, findRuns } from "../sql/runs/find-runs.ts";
import { holdRunState } from "../sql/runs/hold-run-state.ts";
import { lockRunState } from "../sql/runs/lock-run-state.ts";
import type { SqlStore, Store } from "../store.ts";
import type { CreationScope } from "./creations.ts";
import { paramsJson, tagsJson } from "./entries-of-runs.ts";

const toRef = (id: string | null, name: string | null): RunRef | null =>
  id === null ? null : { id: toId<RunId>(id), name: name ?? "" };

/** What an earlier release wrote and this one would not take is shown as nothing. */
const StoredSource = RunSource.catch({});
const StoredEnvironment = RunEnvironment.catch({});

function toRun(row: FoundRunRow, nowMs: number): Run {
  const { started_at_ms: startedAtMs, ended_at_ms: endedAtMs, heartbeat_at_ms: heartbeatAtMs } = row;
  const forkedFrom = toRef(row.fork_id, row.fork_name);
  return {
    id: toId<RunId>(row.id),
    name: row.name,
    number: row.number,
    status: shownStatus({ status: row.status, startedAtMs, heartbeatAtMs }, nowMs),
    lifecycle: row.is_archived ? "archived" : "active",
    experiment: {
      id: toId<ExperimentId>(row.experiment_id),
      number: row.experiment_number,
      name: row.experiment_name,
    },
    parent: toRef(row.parent_id, row.parent_name),
    fork: forkedFrom === null || row.fork_step === null ? null : { from: forkedFrom, step: row.fork_step },
    source: StoredSource.parse(row.source),
    environment: StoredEnvironment.parse(row.environment),
    notes: row.notes,
    createdBy: row.created_by,
    createdAtMs: row.created_at_ms,
    startedAtMs,
    endedAtMs,
    heartbeatAtMs,
    durationMs: runDurationMs(row.status, startedAtMs, endedAtMs),
  };
}

export interface NewRun {
  id: RunId;
  /** By its id it may be archived too. */
  experiment: { id: ExperimentId } | { number: number } | { name: string };
  /** SHA-256 in hex of the request by which it is known, if by any. */
  requestDigest: string | null;
  /** With null, `nameStart` and the run's number. */
  name: string | null;
  nameStart: string;
  status: RunStatus;
  notes: string;
  source: RunSource;
  environment: RunEnvironment;
  sourceDigest: Uint8Array<ArrayBuffer>;
  environmentDigest: Uint8Array<ArrayBuffer>;
  parent: RunRef | null;
  fork: Run["fork"];
  createdBy: string;
  actorKind: string;
  createdById: UserId | null;
  createdAt: Date;
  startedAt: Date;
  params: Record<string, string>;
  tags: Record<string, string>;
}

export interface NewRuns {
  workspaceId: WorkspaceId;
  projectId: ProjectId;
  /** By whom and when their requests are answered; null when none of them is known by its request. */
  scope: CreationScope | null;
  /** Makes them also when a webhook is to be told of them, which is the caller's to see to. */
  evenIfHeard: boolean;
  /** By which the requests were let in. */
  accessVersions: readonly bigint[];
  /** In the order of their numbers. */
  runs: readonly NewRun[];
}

/** What becomes of a run that is asked for. */
export type Creation =
  | { kind: "made"; run: Run }
  | { kind: "missingExperiment" }
  | { kind: "archivedExperiment"; number: number }
  /** Its request equals one that another server process answers or answered. */
  | { kind: "known" }
  /** A webhook is to be told of it, and it was not asked for even then. */
  | { kind: "heard" };

export interface Creations {
  byId: Map<RunId, Creation>;
  /** A webhook of the project is to be told of those made. */
  isHeard: boolean;
}

/**
 * Adds runs of one project with their params and tags under its next numbers, and notes their requests.
 * @throws AccessChangedError if access is no longer what it was at one of the versions.
 */
export async function create(store: SqlStore, asked: NewRuns): Promise<Creations> {
  if (asked.runs.length === 0) return { byId: new Map(), isHeard: false };
  const { scope, runs } = asked;
  const rows = runs.map(({ params: _, tags: __, parent, fork, experiment, ...run }, at) => ({
    ...run,
    at,
    parentRunId: parent?.id ?? null,
    forkedFromRunId: fork?.from.id ?? null,
    forkStep: fork?.step ?? null,
    experimentId: "id" in experiment ? experiment.id : null,
    experimentNumber: "number" in experiment ? experiment.number : null,
    experimentName: "name" in experiment ? experiment.name : null,
    sourceDigest: toHex(run.sourceDigest),
    environmentDigest: toHex(run.environmentDigest),
  }));
  const created = await store.query<CreatedRunRow>(createRuns, [
    asked.workspaceId,
    asked.projectId,
    JSON.stringify(rows),
    paramsJson(runs.map(({ id, params }) => [id, params])),
    tagsJson(runs.map(({ id, tags }) => [id, tags])),
    scope?.since ?? null,
    scope?.processKey ?? null,
    scope?.now ?? null,
    asked.evenIfHeard,
    asked.accessVersions,
  ]);
  if (created.some((row) => row.has_changed)) throw new AccessChangedError();
  const rowOf = new Map(created.map((row) => [toId<RunId>(row.id), row]));
  const byId = new Map(runs.map((run) => [run.id, toCreation(run, rowOf.get(run.id))]));
  return { byId, isHeard: created.some((row) => row.is_heard) };
}

function toCreation(asked: NewRun, row: CreatedRunRow | undefined): Creation {
  if (row === undefined || row.experiment_id === null || row.experiment_number === null || row.experiment_name === null)
    return { kind: "missingExperiment" };
  const { number, name, experiment_id, experiment_number, experiment_name, is_archived, is_known } = row;
  const experiment = { id: toId<ExperimentId>(experiment_id), number: experiment_number, name: experiment_name };
  if (number !== null && name !== null) return { kind: "made", run: toMadeRun(asked, { number, name, experiment }) };
  if (is_archived) return { kind: "archivedExperiment", number: experiment_number };
  return { kind: is_known ? "known" : "heard" };
}

/** A run as it is found from the moment on that it was made. */
function toMadeRun(asked: NewRun, made: Pick<Run, "number" | "name" | "experiment">): Run {
  const { id, status, parent, fork, source, environment, notes, createdBy } = asked;
  const createdAtMs = asked.createdAt.getTime();
  const startedAtMs = asked.startedAt.getTime();
  return {
    id,
    ...made,
    status: shownStatus({ status, startedAtMs, heartbeatAtMs: createdAtMs }, createdAtMs),
    lifecycle: "active",
    parent,
    fork,
    source,
    environment,
    notes,
    createdBy,
    createdAtMs,
    startedAtMs,
    endedAtMs: null,
    heartbeatAtMs: createdAtMs,
    durationMs: runDurationMs(status, startedAtMs, null),
  };
}

export async function find(store: SqlStore, projectId: ProjectId, id: RunId, now: Date): Promise<Run | null> {
  const [run] = await findMany(store, projectId, [id], now);
  return run ?? null;
}

/** Whichever project it is in: only to tell a retried creation from a stolen id. */
export async function projectOf(store: Store, id: RunId): Promise<ProjectId | null> {
  const row = await store.prisma.run.findFirst({ where: { id }, select: { projectId: true } });
  return row === null ? null : toId<ProjectId>(row.projectId);
}

export async function findMany(
  store: SqlStore,
  projectId: ProjectId,
  ids: readonly RunId[],
  now: Date,
): Promise<Run[]> {
  const rows = await store.query<FoundRun>(findRuns, [projectId, idArray(ids)]);
  const byId = new Map(rows.map(({ run }) => [toId<RunId>(run.id), toRun(run, now.getTime())]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function children(
  store: Store,
  projectId: ProjectId,
  ids: readonly RunId[],
): Promise<Map<RunId, RunRef[]>> {
  const rows = await store.prisma.run.findMany({
    where: { projectId, parentRunId: { in: [...ids] }, archivedAt: null },
    select: { id: true, name: true, parentRunId: true },
    orderBy: { number: "asc" },
  });
  const byParent = new Map<RunId, RunRef[]>();
  for (const row of rows) {
    if (row.parentRunId === null) continue;
    const parent = toId<RunId>(row.parentRunId);
    byParent.set(parent, [...(byParent.get(parent) ?? []), { id: toId<RunId>(row.id), name: row.name }]);
  }
  return byParent;
}

export interface RunState {
  id: RunId;
  name: string;
  status: RunStatus;
  experimentId: ExperimentId;
  isArchived: boolean;
}

/** What a write needs to know of its run; null when the project has none such. */
export async function findState(store: SqlStore, projectId: ProjectId, id: RunId): Promise<RunState | null> {
  const [row] = await store.query<RunStateRow>(findRunState, [projectId, id]);
  return row === undefined ? null : toState(id, row);
}

/** The same, and the run cannot be deleted until the transaction ends. */
export async function holdState(store: SqlStore, projectId: ProjectId, id: RunId): Promise<RunState | null> {
  const [row] = await store.query<RunStateRow>(holdRunState, [projectId, id]);
  return row === undefined ? null : toState(id, row);
}

/** The same, and nobody else changes the run or locks it so until the transaction ends; logging to it goes on. */
export async function lockState(store: Store, projectId: ProjectId, id: RunId): Promise<RunState | null> {
  const [row] = await store.query<RunStateRow>(lockRunState, [projectId, id]);
  return row === undefined ? null : toState(id, row);
}

export const toState = (id: RunId, row: RunStateRow): RunState => ({
  id,
  name: row.name,
  status: row.status,
  experimentId: toId<ExperimentId>(row.experiment_id),
  isArchived: row.is_archived,
});

export interface RunChange {
  name?: string;
  notes?: string;
  status?: RunStatus;
  startedAt?: Date;
  endedAt?: Date | null;
  heartbeatAt?: Date;
  archivedAt?: Date | null;
  source?: RunSource;
  environment?: RunEnvironment;
  parentRunId?: RunId | null;
}

export async function update(store: Store, projectId: ProjectId, id: RunId, change: RunChange): Promise<void> {
  await store.prisma.run.update({ where: { id, projectId }, data: change });
}

/** Archives or restores runs on their own account: what then becomes of their experiment no longer brings them back. */
export async function setArchived(
  store: Store,
  projectId: ProjectId,
  ids: readonly RunId[],
  archivedAt: Date | null,
): Promise<void> {
  const where = { projectId, id: { in: [...ids] } };
  await store.prisma.run.updateMany({
    where: { ...where, archivedAt: archivedAt === null ? { not: null } : null },
    data: { archivedAt },
  });
  await store.prisma.run.updateMany({
    where: { ...where, archivedWithExperiment: true },
    data: { archivedWithExperiment: false },
  });
}

/** The first of these ids that is no run of the project; null when all are. */
export async function firstForeign(store: Store, projectId: ProjectId, ids: readonly RunId[]): Promise<RunId | null> {
  const rows = await store.prisma.run.findMany({ where: { projectId, id: { in: [...ids] } }, select: { id: true } });
  const own = new Set(rows.map((row) => toId<RunId>(row.id)));
  return ids.find((id) => !own.has(id)) ?? null;
}

/** The slugs of the workspace and project a run is in, whoever asks: only to enter them next. */
export async function placeOf(store: Store, id: RunId): Promise<{ workspace: string; project: string } | null> {
  const row = await store.prisma.run.findFirst({
    where: { id },
    select: { project: { select: { slug: true, workspace: { select: { slug: true } } } } },
  });
  return row === null ? null : { workspace: row.project.workspace.slug, project: row.project.slug };
}

/** When each of these runs of the project started, in ms. */
export async function startTimes(
  store: Store,
  projectId: ProjectId,
  ids: readonly RunId[],
): Promise<Map<RunId, number>> {
  const where = { id: { in: [...ids] }, projectId };
  const rows = await store.prisma.run.findMany({ where, select: { id: true, startedAt: true } });
  return new Map(rows.map((row) => [toId<RunId>(row.id), toMs(row.startedAt)]));
}

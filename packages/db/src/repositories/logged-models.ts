import type {
  ExperimentId,
  LoggedModel,
  LoggedModelId,
  LoggedModelStatus,
  ProjectId,
  RunId,
  WorkspaceId,
} from "@assay/contract";
import { idArray, toId, toMs, toTextMap } from "../convert.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { type HeldLoggedModelRow, holdLoggedModel } from "../sql/models/hold-logged-model.ts";
import { lockLoggedModel } from "../sql/models/lock-logged-model.ts";
import { modelOutputs, type RunModelRow } from "../sql/runs/run-models.ts";
import type { SqlStore, Store } from "../store.ts";

/** A logged model's uuid as it is stored. */
export const loggedModelUuid = (id: LoggedModelId): string => id.slice("m-".length);
/** A stored uuid as the id that is shown. */
export const loggedModelId = (uuid: string): LoggedModelId => `m-${toId<string>(uuid)}` as LoggedModelId;

const withSource = {
  sourceRun: { select: { id: true, name: true, experiment: { select: { number: true } } } },
} as const;
type LoggedModelRow = Prisma.LoggedModelGetPayload<{ include: typeof withSource }>;

/** A logged model with the experiment it was made in, which outlives its run. */
export interface LoggedModelRecord extends LoggedModel {
  experimentId: ExperimentId;
  createdBy: string;
  isArchived: boolean;
}

const toRecord = (row: LoggedModelRow): LoggedModelRecord => ({
  id: loggedModelId(row.id),
  name: row.name,
  modelType: row.modelType,
  status: row.status,
  experimentId: toId<ExperimentId>(row.experimentId),
  experimentNumber: row.sourceRun?.experiment.number ?? 0,
  sourceRun: row.sourceRun === null ? null : { id: toId<RunId>(row.sourceRun.id), name: row.sourceRun.name },
  params: toTextMap(row.params),
  tags: toTextMap(row.tags),
  createdBy: row.createdBy,
  isArchived: row.archivedAt !== null,
  createdAtMs: toMs(row.createdAt),
  updatedAtMs: toMs(row.updatedAt),
});

export async function create(
  store: Store,
  model: {
    id: LoggedModelId;
    workspaceId: WorkspaceId;
    projectId: ProjectId;
    experimentId: ExperimentId;
    sourceRunId: RunId | null;
    name: string;
    modelType: string;
    params: Record<string, string>;
    tags: Record<string, string>;
    createdBy: string;
    createdAt: Date;
  },
): Promise<void> {
  await store.prisma.loggedModel.create({
    data: { ...model, id: loggedModelUuid(model.id), updatedAt: model.createdAt },
  });
}

export async function find(store: Store, projectId: ProjectId, id: LoggedModelId): Promise<LoggedModelRecord | null> {
  const row = await store.prisma.loggedModel.findFirst({
    where: { id: loggedModelUuid(id), projectId },
    include: withSource,
  });
  return row === null ? null : toRecord(row);
}

/** Whether it is archived; it cannot be deleted until the transaction ends. Null when the project has no such model. */
export async function holdState(
  tx: SqlStore,
  projectId: ProjectId,
  id: LoggedModelId,
): Promise<{ isArchived: boolean } | null> {
  const [row] = await tx.query<HeldLoggedModelRow>(holdLoggedModel, [projectId, loggedModelUuid(id)]);
  return row === undefined ? null : { isArchived: row.is_archived };
}

/** The logged models with these uuids, in their order. */
export async function findMany(
  store: Store,
  projectId: ProjectId,
  uuids: readonly string[],
): Promise<LoggedModelRecord[]> {
  const rows = await store.prisma.loggedModel.findMany({
    where: { projectId, id: { in: [...uuids] } },
    include: withSource,
  });
  const byId = new Map(rows.map((row) => [row.id, toRecord(row)]));
  return uuids.flatMap((id) => byId.get(id) ?? []);
}

export interface LoggedModelSelection {
  runId?: RunId;
  experimentIds?: readonly ExperimentId[];
  name?: string;
}

/** Logged models that are not archived, newest first, at most `limit`. */
export async function list(
  store: Store,
  projectId: ProjectId,
  selection: LoggedModelSelection,
  limit: number,
): Promise<LoggedModelRecord[]> {
  const rows = await store.prisma.loggedModel.findMany({
    where: {
      projectId,
      archivedAt: null,
      ...(selection.runId === undefined ? {} : { sourceRunId: selection.runId }),
      ...(selection.experimentIds === undefined ? {} : { experimentId: { in: [...selection.experimentIds] } }),
      ...(selection.name === undefined ? {} : { name: selection.name }),
    },
    include: withSource,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(toRecord);
}

/** Holds a logged model's row until the transaction ends, so that two changes of its tags follow one another. */
export async function lock(store: Store, id: LoggedModelId): Promise<void> {
  await store.query(lockLoggedModel, [loggedModelUuid(id)]);
}

export async function update(
  store: Store,
  projectId: ProjectId,
  id: LoggedModelId,
  change: {
    status?: LoggedModelStatus;
    params?: Record<string, string>;
    tags?: Record<string, string>;
    archivedAt?: Date;
    updatedAt: Date;
  },
): Promise<void> {
  await store.prisma.loggedModel.update({ where: { id: loggedModelUuid(id), projectId }, data: change });
}

/** Names logged models as what a run read; those it names already stay. */
export async function addInputs(store: Store, runId: RunId, ids: readonly LoggedModelId[]): Promise<void> {
  const data = ids.map((id) => ({ runId, loggedModelId: loggedModelUuid(id) }));
  await store.prisma.runModelInput.createMany({ data, skipDuplicates: true });
}

export async function addOutput(store: Store, runId: RunId, id: LoggedModelId, step: number): Promise<void> {
  const key = { runId, loggedModelId: loggedModelUuid(id) };
  await store.prisma.runModelOutput.upsert({
    where: { runId_loggedModelId: key },
    create: { ...key, step },
    update: { step },
  });
}

export interface LoggedModelMetricRecord {
  key: string;
  datasetName: string;
  datasetDigest: string;
  runId: RunId;
  step: number;
  timeMs: number;
  value: number;
}

/** Notes what metrics were for a model on a dataset, each point once. */
export async function addMetrics(
  store: Store,
  id: LoggedModelId,
  metrics: readonly LoggedModelMetricRecord[],
): Promise<void> {
  const data = metrics.map((metric) => ({
    ...metric,
    loggedModelId: loggedModelUuid(id),
    timeMs: BigInt(metric.timeMs),
    // -0 is 0 to the key.
    value: metric.value + 0,
  }));
  await store.prisma.loggedModelMetric.createMany({ data, skipDuplicates: true });
}

/** Every point that was noted for each of these models, by model, key, dataset and time. */
export async function metricsOf(
  store: Store,
  ids: readonly LoggedModelId[],
): Promise<Map<LoggedModelId, LoggedModelMetricRecord[]>> {
  const rows = await store.prisma.loggedModelMetric.findMany({
    where: { loggedModelId: { in: ids.map(loggedModelUuid) } },
    orderBy: [{ key: "asc" }, { datasetName: "asc" }, { timeMs: "asc" }, { step: "asc" }],
  });
  const byModel = new Map<LoggedModelId, LoggedModelMetricRecord[]>(ids.map((id) => [id, []]));
  for (const { loggedModelId: uuid, ...row } of rows) {
    byModel.get(loggedModelId(uuid))?.push({ ...row, runId: toId<RunId>(row.runId), timeMs: Number(row.timeMs) });
  }
  return byModel;
}

/** The logged models that runs name as outputs, with the step, by run. */
export async function outputsOfRuns(
  store: SqlStore,
  runIds: readonly RunId[],
): Promise<Map<RunId, { id: LoggedModelId; step: number }[]>> {
  const rows = await store.query<RunModelRow>(modelOutputs, [idArray(runIds)]);
  const byRun = new Map<RunId, { id: LoggedModelId; step: number }[]>(runIds.map((id) => [id, []]));
  for (const row of rows)
    byRun.get(toId<RunId>(row.run_id))?.push({ id: loggedModelId(row.logged_model_id), step: row.step });
  return byRun;
}

/** Ids of the logged models that a run names as outputs, with the step. */
export async function outputsOf(store: Store, runId: RunId): Promise<{ id: LoggedModelId; step: number }[]> {
  const rows = await store.prisma.runModelOutput.findMany({ where: { runId }, orderBy: { loggedModelId: "asc" } });
  return rows.map((row) => ({ id: loggedModelId(row.loggedModelId), step: row.step }));
}

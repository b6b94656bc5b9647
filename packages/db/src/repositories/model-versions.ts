import {
  type LoggedModelId,
  type ModelId,
  type ModelVersionDetail,
  type ProjectId,
  type RunId,
  Sha256,
} from "@assay/contract";
import { z } from "zod";
import { fromHex, idArray, toHex, toId, toMs, toTextMap } from "../convert.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { type LatestRow, latestByStage as latestByStageStatement } from "../sql/models/latest-by-stage.ts";
import { restage as restageStatement } from "../sql/models/restage.ts";
import type { Store } from "../store.ts";
import { loggedModelId, loggedModelUuid } from "./logged-models.ts";

const Manifest = z.array(z.object({ path: z.string(), sha256: Sha256, sizeBytes: z.number() }));

/** Clients from before aliases know them. */
const Stage = z.enum(["None", "Staging", "Production", "Archived"]);
type ModelStage = z.infer<typeof Stage>;

const withRefs = {
  sourceRun: { select: { id: true, name: true } },
  model: { select: { name: true, aliases: { orderBy: { name: "asc" } } } },
} as const;
type VersionRow = Prisma.ModelVersionGetPayload<{ include: typeof withRefs }>;

/** A version with what only doors and lineage ask for. */
export interface ModelVersionRecord extends ModelVersionDetail {
  /** What a request that makes it asks for; it is named by its model and number. */
  id: string;
  sourceUri: string;
  /** Where a person can read of the run, as the client that registered the version named it. */
  runLink: string;
  stage: ModelStage;
  isArchived: boolean;
}

function toRecord(row: VersionRow): ModelVersionRecord {
  const files = Manifest.parse(row.manifest);
  return {
    id: toId(row.id),
    modelName: row.model.name,
    number: row.number,
    description: row.description,
    aliases: row.model.aliases.filter((alias) => alias.versionNumber === row.number).map((alias) => alias.name),
    sourceRun: row.sourceRun === null ? null : { id: toId<RunId>(row.sourceRun.id), name: row.sourceRun.name },
    loggedModelId: row.loggedModelId === null ? null : loggedModelId(row.loggedModelId),
    artifactPath: row.artifactPath,
    rootDigest: toHex<Sha256>(row.rootDigest),
    fileCount: files.length,
    sizeBytes: Number(row.sizeBytes),
    tags: toTextMap(row.tags),
    createdBy: row.createdBy,
    createdAtMs: toMs(row.createdAt),
    updatedAtMs: toMs(row.updatedAt),
    files,
    sourceUri: row.sourceUri,
    runLink: row.runLink,
    stage: Stage.parse(row.stage),
    isArchived: row.archivedAt !== null,
  };
}

/** Takes the next version number of a model; the row lock lasts until the transaction ends. */
export async function takeNumber(store: Store, modelId: ModelId): Promise<number> {
  const row = await store.prisma.registeredModel.update({
    where: { id: modelId },
    data: { nextVersionNumber: { increment: 1 } },
  });
  return row.nextVersionNumber - 1;
}

export interface NewModelVersion {
  id: string;
  modelId: ModelId;
  number: number;
  projectId: ProjectId;
  description: string;
  tags: Record<string, string>;
  sourceRunId: RunId | null;
  loggedModelId: LoggedModelId | null;
  artifactPath: string;
  sourceUri: string;
  runLink: string;
  files: ModelVersionDetail["files"];
  rootDigest: Sha256;
  createdBy: string;
  createdAt: Date;
}

export async function create(store: Store, version: NewModelVersion): Promise<void> {
  const { files, rootDigest, loggedModelId: modelId, ...rest } = version;
  await store.prisma.modelVersion.create({
    data: {
      ...rest,
      loggedModelId: modelId === null ? null : loggedModelUuid(modelId),
      manifest: files,
      rootDigest: fromHex(rootDigest),
      sizeBytes: BigInt(files.reduce((sum, file) => sum + file.sizeBytes, 0)),
      updatedAt: version.createdAt,
    },
  });
}

/** The number of the version with this id, which is there. */
export async function numberOf(store: Store, projectId: ProjectId, id: string): Promise<number> {
  const { number } = await store.prisma.modelVersion.findFirstOrThrow({
    where: { id, projectId },
    select: { number: true },
  });
  return number;
}

export async function find(
  store: Store,
  projectId: ProjectId,
  modelId: ModelId,
  number: number,
): Promise<ModelVersionRecord | null> {
  const row = await store.prisma.modelVersion.findFirst({
    where: { projectId, modelId, number, archivedAt: null },
    include: withRefs,
  });
  return row === null ? null : toRecord(row);
}

/** The versions with these ids (`<model uuid>/<number>`), in their order. */
export async function findMany(
  store: Store,
  projectId: ProjectId,
  ids: readonly string[],
): Promise<ModelVersionRecord[]> {
  const keys = ids.map((id) => ({
    modelId: id.slice(0, id.indexOf("/")),
    number: Number(id.slice(id.indexOf("/") + 1)),
  }));
  if (keys.length === 0) return [];
  const rows = await store.prisma.modelVersion.findMany({ where: { projectId, OR: keys }, include: withRefs });
  const byId = new Map(rows.map((row) => [`${toId(row.modelId)}/${row.number}`, toRecord(row)]));
  return ids.flatMap((id) => byId.get(toId(id)) ?? []);
}

export interface VersionSelection {
  modelId?: ModelId;
  modelName?: string;
  runIds?: readonly RunId[];
  loggedModelIds?: readonly LoggedModelId[];
}

/** Versions of a project, newest first, at most `limit`. */
export async function list(
  store: Store,
  projectId: ProjectId,
  selection: VersionSelection,
  limit: number,
): Promise<ModelVersionRecord[]> {
  const rows = await store.prisma.modelVersion.findMany({
    where: {
      projectId,
      archivedAt: null,
      ...(selection.modelId === undefined ? {} : { modelId: selection.modelId }),
      ...(selection.modelName === undefined ? {} : { model: { name: selection.modelName } }),
      ...(selection.runIds === undefined ? {} : { sourceRunId: { in: [...selection.runIds] } }),
      ...(selection.loggedModelIds === undefined
        ? {}
        : { loggedModelId: { in: selection.loggedModelIds.map(loggedModelUuid) } }),
    },
    include: withRefs,
    orderBy: [{ createdAt: "desc" }, { number: "desc" }],
    take: limit,
  });
  return rows.map(toRecord);
}

export async function update(
  store: Store,
  modelId: ModelId,
  number: number,
  change: { description?: string; tags?: Record<string, string>; archivedAt?: Date; updatedAt: Date },
): Promise<void> {
  await store.prisma.modelVersion.update({ where: { modelId_number: { modelId, number } }, data: change });
}

export interface StageChange {
  modelId: ModelId;
  number: number;
  stage: ModelStage;
  /** Whether the other versions in that stage become Archived. */
  archivesOthers: boolean;
  updatedAt: Date;
}

/** Puts a version into a stage. */
export async function setStage(store: Store, change: StageChange): Promise<void> {
  const { modelId, number, stage, archivesOthers, updatedAt } = change;
  if (archivesOthers) {
    await store.prisma.modelVersion.updateMany({
      where: { modelId, stage, number: { not: number }, archivedAt: null },
      data: { stage: "Archived", updatedAt },
    });
  }
  await store.prisma.modelVersion.update({
    where: { modelId_number: { modelId, number } },
    data: { stage, updatedAt },
  });
}

export interface AliasStage {
  modelId: ModelId;
  stage: ModelStage;
  /** The version that the stage's alias points at now. */
  number: number | null;
  keepsStages: boolean;
}

/** Has stages follow an alias that stands for one. */
export async function restage(store: Store, { modelId, stage, number, keepsStages }: AliasStage): Promise<void> {
  await store.query(restageStatement, [modelId, stage, number, keepsStages]);
}

/** The ids (`<model uuid>/<number>`) of the newest version in each stage of each model. */
export async function latestByStage(store: Store, modelIds: readonly ModelId[]): Promise<string[]> {
  const rows = await store.query<LatestRow>(latestByStageStatement, [idArray(modelIds)]);
  return rows.map(({ model_id, number }) => `${toId(model_id)}/${number}`);
}

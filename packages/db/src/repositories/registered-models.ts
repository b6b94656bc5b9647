import type { Alias, AliasEvent, ModelId, ProjectId, RegisteredModel, WorkspaceId } from "@assay/contract";
import { toId, toMs, toTextMap } from "../convert.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { lockModel } from "../sql/models/lock-model.ts";
import type { Store } from "../store.ts";

const withAll = {
  aliases: { orderBy: { name: "asc" } },
  protectedAliases: true,
  versions: { where: { archivedAt: null }, select: { number: true } },
} as const;
type ModelRow = Prisma.RegisteredModelGetPayload<{ include: typeof withAll }>;

function toModel(row: ModelRow): RegisteredModel {
  const isProtected = new Set(row.protectedAliases.map((one) => one.alias));
  const numbers = row.versions.map((version) => version.number);
  return {
    id: toId<ModelId>(row.id),
    name: row.name,
    description: row.description,
    tags: toTextMap(row.tags),
    aliases: row.aliases.map(
      (alias): Alias => ({
        name: alias.name,
        version: alias.versionNumber,
        isProtected: isProtected.has(alias.name),
        movedAtMs: toMs(alias.movedAt),
        movedBy: alias.movedBy,
      }),
    ),
    latestVersion: numbers.length === 0 ? null : Math.max(...numbers),
    versionCount: numbers.length,
    createdAtMs: toMs(row.createdAt),
    updatedAtMs: toMs(row.updatedAt),
  };
}

export async function findByName(store: Store, projectId: ProjectId, name: string): Promise<RegisteredModel | null> {
  const row = await store.prisma.registeredModel.findFirst({
    where: { projectId, name, archivedAt: null },
    include: withAll,
  });
  return row === null ? null : toModel(row);
}

export async function findById(store: Store, projectId: ProjectId, id: ModelId): Promise<RegisteredModel | null> {
  const row = await store.prisma.registeredModel.findFirst({
    where: { id, projectId, archivedAt: null },
    include: withAll,
  });
  return row === null ? null : toModel(row);
}

/** The models with these ids, in their order. */
export async function findMany(store: Store, projectId: ProjectId, ids: readonly string[]): Promise<RegisteredModel[]> {
  const rows = await store.prisma.registeredModel.findMany({
    where: { projectId, id: { in: [...ids] } },
    include: withAll,
  });
  const byId = new Map(rows.map((row) => [toId<ModelId>(row.id), toModel(row)]));
  return ids.flatMap((id) => byId.get(toId<ModelId>(id)) ?? []);
}

/** All models of a project, by name. */
export async function list(store: Store, projectId: ProjectId): Promise<RegisteredModel[]> {
  const rows = await store.prisma.registeredModel.findMany({
    where: { projectId, archivedAt: null },
    include: withAll,
    orderBy: { name: "asc" },
  });
  return rows.map(toModel);
}

export async function create(
  store: Store,
  model: {
    id: ModelId;
    workspaceId: WorkspaceId;
    projectId: ProjectId;
    name: string;
    description: string;
    tags: Record<string, string>;
    createdAt: Date;
  },
): Promise<void> {
  await store.prisma.registeredModel.create({ data: { ...model, updatedAt: model.createdAt } });
}

export interface ModelChange {
  name?: string;
  description?: string;
  tags?: Record<string, string>;
  updatedAt: Date;
}

export async function update(store: Store, id: ModelId, change: ModelChange): Promise<void> {
  await store.prisma.registeredModel.update({ where: { id }, data: change });
}

export async function remove(store: Store, id: ModelId): Promise<void> {
  await store.prisma.registeredModel.delete({ where: { id } });
}

/** Holds a model's row until the transaction ends, so that versions and aliases change one at a time. */
export async function lock(store: Store, id: ModelId): Promise<void> {
  await store.query(lockModel, [id]);
}

export async function isProtected(store: Store, modelId: ModelId, alias: string): Promise<boolean> {
  const row = await store.prisma.protectedAlias.findFirst({ where: { modelId, alias } });
  return row !== null;
}

/** Where an alias points now. */
export async function aliasTarget(store: Store, modelId: ModelId, name: string): Promise<number | null> {
  const row = await store.prisma.alias.findFirst({ where: { modelId, name } });
  return row?.versionNumber ?? null;
}

export interface AliasMove {
  modelId: ModelId;
  alias: string;
  fromVersion: number | null;
  toVersion: number | null;
  reason: string;
  movedBy: string;
  movedAt: Date;
}

/** Points an alias at a version, or takes it away when `toVersion` is null, and appends the move to its history. */
export async function moveAlias(store: Store, move: AliasMove): Promise<void> {
  const { modelId, alias, toVersion, movedBy, movedAt } = move;
  if (toVersion === null) {
    await store.prisma.alias.deleteMany({ where: { modelId, name: alias } });
  } else {
    const target = { versionNumber: toVersion, movedBy, movedAt };
    await store.prisma.alias.upsert({
      where: { modelId_name: { modelId, name: alias } },
      create: { modelId, name: alias, ...target },
      update: target,
    });
  }
  await store.prisma.aliasEvent.create({ data: move });
}

/** Every move of a model's aliases, newest first. */
export async function aliasEvents(store: Store, modelId: ModelId): Promise<AliasEvent[]> {
  const rows = await store.prisma.aliasEvent.findMany({ where: { modelId }, orderBy: { id: "desc" }, take: 1_000 });
  return rows.map((row) => ({
    alias: row.alias,
    fromVersion: row.fromVersion,
    toVersion: row.toVersion,
    reason: row.reason,
    movedBy: row.movedBy,
    movedAtMs: toMs(row.movedAt),
  }));
}

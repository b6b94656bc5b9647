import {
  LineageEdge,
  type LineageNodeKind,
  type ModelId,
  type ProjectId,
  type RunId,
  RunSource,
} from "@assay/contract";
import type { RunLineageFacts } from "@assay/domain";
import { toId, toIdOrNull } from "../convert.ts";
import { edgesAt } from "../sql/lineage/edges-at.ts";
import { lockRunLineage } from "../sql/lineage/lock-run.ts";
import type { Store } from "../store.ts";
import { loggedModelId } from "./logged-models.ts";

interface NodeKey {
  kind: LineageNodeKind;
  id: string;
}

/** What a run's lineage edges follow from; null when there is no such run. */
export async function factsOf(
  store: Store,
  runId: RunId,
): Promise<{ projectId: ProjectId; facts: RunLineageFacts } | null> {
  const row = await store.prisma.run.findFirst({
    where: { id: runId },
    include: {
      inputs: { select: { datasetId: true } },
      modelInputs: { select: { loggedModelId: true } },
      loggedModels: { where: { archivedAt: null }, select: { id: true } },
      modelOutputs: { select: { loggedModelId: true } },
      versions: { where: { archivedAt: null }, include: { model: { include: { aliases: true } } } },
    },
  });
  if (row === null) return null;
  const models = new Set([
    ...row.loggedModels.map((one) => one.id),
    ...row.modelOutputs.map((one) => one.loggedModelId),
  ]);
  return {
    projectId: toId<ProjectId>(row.projectId),
    facts: {
      runId,
      parentRunId: toIdOrNull(row.parentRunId),
      forkedFromRunId: toIdOrNull(row.forkedFromRunId),
      commit: RunSource.catch({}).parse(row.source).commit ?? null,
      datasetIds: [...new Set(row.inputs.map((input) => toId(input.datasetId)))],
      inputModelIds: row.modelInputs.map((one) => loggedModelId(one.loggedModelId)),
      loggedModelIds: [...models].map(loggedModelId),
      versions: row.versions.map((version) => ({
        modelName: version.model.name,
        number: version.number,
        loggedModelId: version.loggedModelId === null ? null : loggedModelId(version.loggedModelId),
        aliases: version.model.aliases
          .filter((alias) => alias.versionNumber === version.number)
          .map((alias) => alias.name),
      })),
    },
  };
}

/** Puts these edges in the place of all that an earlier rebuild of the run wrote. */
export async function replaceRunEdges(
  store: Store,
  projectId: ProjectId,
  runId: RunId,
  edges: readonly LineageEdge[],
): Promise<void> {
  await store.prisma.lineageEdge.deleteMany({ where: { runId } });
  await store.prisma.lineageEdge.createMany({
    data: edges.map((edge) => ({
      projectId,
      runId,
      fromKind: edge.from.kind,
      fromId: edge.from.id,
      toKind: edge.to.kind,
      toId: edge.to.id,
      kind: edge.kind,
    })),
    skipDuplicates: true,
  });
}

interface EdgeRow {
  from_kind: string;
  from_id: string;
  to_kind: string;
  to_id: string;
  kind: string;
}

/** The edges that end at (`ancestors`) or start from (`descendants`) any of these nodes. */
export async function edgesOf(
  store: Store,
  projectId: ProjectId,
  nodes: readonly NodeKey[],
  direction: "ancestors" | "descendants",
  limit: number,
): Promise<LineageEdge[]> {
  const kinds = nodes.map((node) => node.kind);
  const ids = nodes.map((node) => node.id);
  const rows = await store.query<EdgeRow>(edgesAt[direction], [projectId, kinds, ids, limit]);
  return rows.map((row) =>
    LineageEdge.parse({
      from: { kind: row.from_kind, id: row.from_id },
      to: { kind: row.to_kind, id: row.to_id },
      kind: row.kind,
    }),
  );
}

/** Names and descriptions of nodes that are rows of ours, keyed `kind:id`. */
export async function describe(
  store: Store,
  projectId: ProjectId,
  nodes: readonly NodeKey[],
): Promise<Map<string, { label: string; detail: string }>> {
  const idsOf = (kind: LineageNodeKind) => nodes.filter((node) => node.kind === kind).map((node) => node.id);
  const [runs, datasets, models] = await Promise.all([
    store.prisma.run.findMany({
      where: { projectId, id: { in: idsOf("run") } },
      select: { id: true, name: true, status: true, experiment: { select: { name: true } } },
    }),
    store.prisma.dataset.findMany({ where: { projectId, id: { in: idsOf("dataset") } } }),
    store.prisma.loggedModel.findMany({
      where: { projectId, id: { in: idsOf("loggedModel").map((id) => id.slice("m-".length)) } },
      select: { id: true, name: true, modelType: true },
    }),
  ]);
  return new Map([
    ...runs.map((run) => [`run:${toId(run.id)}`, { label: run.name, detail: run.experiment.name }] as const),
    ...datasets.map((data) => [`dataset:${toId(data.id)}`, { label: data.name, detail: data.digest }] as const),
    ...models.map(
      (one) => [`loggedModel:${loggedModelId(one.id)}`, { label: one.name, detail: one.modelType }] as const,
    ),
  ]);
}

/** The runs that a model's versions came from: those whose lineage an alias move touches. */
export async function sourceRunsOf(store: Store, modelId: ModelId, numbers: readonly number[]): Promise<RunId[]> {
  const rows = await store.prisma.modelVersion.findMany({
    where: { modelId, number: { in: [...numbers] }, sourceRunId: { not: null } },
    select: { sourceRunId: true },
  });
  return rows.flatMap((row) => (row.sourceRunId === null ? [] : [toId<RunId>(row.sourceRunId)]));
}

/** Holds the lineage of a run until the transaction ends. */
export async function lockRun(store: Store, runId: RunId): Promise<void> {
  await store.query(lockRunLineage, [runId]);
}

import type { Dataset, DatasetId, ProjectId, RunDataset, RunId, WorkspaceId } from "@assay/contract";
import { idArray, toId, toMs, toTextMap } from "../convert.ts";
import { runDatasets } from "../sql/runs/run-datasets.ts";
import type { SqlStore, Store } from "../store.ts";

interface DatasetRow {
  id: string;
  name: string;
  digest: string;
  digestOrigin: string;
  sourceType: string;
  source: string;
  schema: string | null;
  profile: string | null;
  createdAt: Date;
}

interface RunDatasetRow extends DatasetRow {
  run_id: string;
  context: string;
  tags: unknown;
}

const toDataset = (row: DatasetRow): Dataset => ({
  id: toId<DatasetId>(row.id),
  name: row.name,
  digest: row.digest,
  digestOrigin: row.digestOrigin === "observed" ? "observed" : "claimed",
  sourceType: row.sourceType,
  source: row.source,
  schema: row.schema,
  profile: row.profile,
  createdAtMs: toMs(row.createdAt),
});

export interface NewDataset {
  id: DatasetId;
  workspaceId: WorkspaceId;
  projectId: ProjectId;
  name: string;
  digest: string;
  sourceType: string;
  source: string;
  schema: string | null;
  profile: string | null;
  createdAt: Date;
}

/** Finds the dataset of that name and digest, adding it when it is new. */
export async function ensure(store: Store, dataset: NewDataset): Promise<DatasetId> {
  const { projectId, name, digest } = dataset;
  // Not an upsert: two requests that add the same dataset at once would fail one of them.
  await store.prisma.dataset.createMany({ data: [dataset], skipDuplicates: true });
  const row = await store.prisma.dataset.findFirstOrThrow({
    where: { projectId, name, digest },
  });
  return toId<DatasetId>(row.id);
}

export async function linkToRun(
  store: Store,
  link: { runId: RunId; datasetId: DatasetId; context: string; tags: Record<string, string> },
): Promise<void> {
  const { runId, datasetId, context, tags } = link;
  await store.prisma.runInput.upsert({
    where: { runId_datasetId_context: { runId, datasetId, context } },
    create: link,
    update: { tags },
  });
}

/** The datasets that runs read, by run. */
export async function listForRuns(
  store: SqlStore,
  projectId: ProjectId,
  runIds: readonly RunId[],
): Promise<Map<RunId, RunDataset[]>> {
  const rows = await store.query<RunDatasetRow>(runDatasets, [projectId, idArray(runIds)]);
  const byRun = new Map<RunId, RunDataset[]>(runIds.map((id) => [id, []]));
  for (const row of rows) {
    byRun.get(toId<RunId>(row.run_id))?.push({ ...toDataset(row), context: row.context, tags: toTextMap(row.tags) });
  }
  return byRun;
}

export async function list(store: Store, projectId: ProjectId): Promise<Dataset[]> {
  const rows = await store.prisma.dataset.findMany({
    where: { projectId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 1_000,
  });
  return rows.map(toDataset);
}

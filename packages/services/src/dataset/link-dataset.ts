import { DatasetId, type DatasetInput, type RunId } from "@assay/contract";
import { datasets, type Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** Notes that a run read a dataset, which is its name and digest; one that is new came up at `createdAt`. */
export async function linkDataset(
  tx: Store,
  ctx: ProjectContext,
  { runId, given, createdAt }: { runId: RunId; given: DatasetInput; createdAt: Date },
): Promise<void> {
  const { context, tags, schema, profile, ...dataset } = given;
  const datasetId = await datasets.ensure(tx, {
    ...dataset,
    id: DatasetId.parse(ctx.ids.uuid()),
    workspaceId: ctx.workspace.id,
    projectId: ctx.project.id,
    schema: schema ?? null,
    profile: profile ?? null,
    createdAt,
  });
  await datasets.linkToRun(tx, { runId, datasetId, context, tags });
}

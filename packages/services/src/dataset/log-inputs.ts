import { DatasetId, type DatasetInput, type RunId } from "@assay/contract";
import { datasets, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableRun } from "../run/require-writable-run.ts";

/** Notes which datasets a run read, and as what. A dataset is its name and digest; known ones are linked again. */
export async function logInputs({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId; datasets: DatasetInput[] }>): Promise<void> {
  requirePermission(ctx, "run:write");
  await withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, input.runId);
    for (const { context, tags, schema, profile, ...dataset } of input.datasets) {
      const datasetId = await datasets.ensure(tx, {
        ...dataset,
        id: DatasetId.parse(ctx.ids.uuid()),
        workspaceId: ctx.workspace.id,
        projectId: ctx.project.id,
        schema: schema ?? null,
        profile: profile ?? null,
        createdAt: ctx.clock.now(),
      });
      await datasets.linkToRun(tx, { runId: input.runId, datasetId, context, tags });
    }
    await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: input.runId });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: input.runId });
  });
}

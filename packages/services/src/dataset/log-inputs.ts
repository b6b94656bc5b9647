import type { DatasetInput, LoggedModelId, RunId } from "@assay/contract";
import { loggedModels, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getLoggedModel } from "../logged-model/get-logged-model.ts";
import { holdWritableRun } from "../run/require-writable-run.ts";
import { linkDataset } from "./link-dataset.ts";

export interface RunInputs {
  runId: RunId;
  datasets: DatasetInput[];
  /** Logged models of the project that the run read. */
  models?: readonly LoggedModelId[];
}

/**
 * Notes which datasets a run read, and as what, and which logged models; all of them or none. A dataset is its name
 * and digest; known ones are linked again.
 */
export async function logInputs({ ctx, input }: VerbArgs<ProjectContext, RunInputs>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { runId, models = [] } = input;
  await withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, runId);
    for (const loggedModelId of models) await getLoggedModel({ ctx: { ...ctx, db: tx }, input: { loggedModelId } });
    await loggedModels.addInputs(tx, runId, models);
    const createdAt = ctx.clock.now();
    for (const given of input.datasets) await linkDataset(tx, ctx, { runId, given, createdAt });
    await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
  });
}

import type { LoggedModelId, RunId } from "@assay/contract";
import { loggedModels, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableRun } from "../run/require-writable-run.ts";
import { getLoggedModel } from "./get-logged-model.ts";

export interface ModelMetricInput {
  loggedModelId: LoggedModelId;
  key: string;
  datasetName: string;
  datasetDigest: string;
  step: number;
  timeMs: number;
  value: number;
}

/** Notes what metrics of a run were for logged models of the project, on the dataset each was measured on. */
export async function logModelMetrics({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId; metrics: readonly ModelMetricInput[] }>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { runId, metrics } = input;
  await withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, runId);
    for (const loggedModelId of new Set(metrics.map((metric) => metric.loggedModelId))) {
      await getLoggedModel({ ctx: { ...ctx, db: tx }, input: { loggedModelId } });
    }
    for (const { loggedModelId, ...metric } of metrics)
      await loggedModels.setMetric(tx, loggedModelId, { ...metric, runId });
    await notifyLive(tx, { kind: "artifacts", projectId: ctx.project.id, runId });
  });
}

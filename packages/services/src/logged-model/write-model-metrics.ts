import type { LoggedModelId, RunId } from "@assay/contract";
import { loggedModels, notifyLive, type Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";
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

/** Throws where one of the logged models is not of the project. */
export async function requireLoggedModels(ctx: ProjectContext, metrics: readonly ModelMetricInput[]): Promise<void> {
  for (const loggedModelId of new Set(metrics.map((metric) => metric.loggedModelId))) {
    await getLoggedModel({ ctx, input: { loggedModelId } });
  }
}

/**
 * Notes, in the transaction that logs them, what metrics of a run were for logged models of the project, on the
 * dataset each was measured on.
 */
export async function writeModelMetrics(
  tx: Store,
  ctx: ProjectContext,
  runId: RunId,
  metrics: readonly ModelMetricInput[],
): Promise<void> {
  // Models in one order, so that two requests about the same ones do not wait for each other.
  const byModel = Map.groupBy(metrics, (metric) => metric.loggedModelId);
  for (const loggedModelId of [...byModel.keys()].sort()) {
    await getLoggedModel({ ctx: { ...ctx, db: tx }, input: { loggedModelId } });
    await loggedModels.lock(tx, loggedModelId);
    const points = (byModel.get(loggedModelId) ?? []).map(({ loggedModelId: _, ...metric }) => ({ ...metric, runId }));
    await loggedModels.addMetrics(tx, loggedModelId, points);
  }
  await notifyLive(tx, { kind: "artifacts", projectId: ctx.project.id, runId });
}

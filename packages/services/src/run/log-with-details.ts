import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type ModelMetricInput, requireLoggedModels, writeModelMetrics } from "../logged-model/write-model-metrics.ts";
import { admitLog, logToRun } from "./log-to-run.ts";
import { type UpdateRunFields, updateRun } from "./update-run.ts";
import { noteRun } from "./write-groups.ts";
import { type LogInput, writeLogs } from "./write-logs.ts";

interface Input extends LogInput {
  /** What some of the tags say about the run itself. */
  details?: Omit<UpdateRunFields, "runId"> | null;
  /** Those of the points that were measured on logged models. */
  modelMetrics?: readonly ModelMetricInput[];
}

/**
 * As logToRun, and takes over what tags say of the run's name, notes, source and parent, and what points say of logged
 * models; all of it or nothing.
 */
export async function logWithDetails({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { details = null, modelMetrics = [], ...logged } = input;
  if (details === null && modelMetrics.length === 0) {
    await logToRun({ ctx, input: logged });
    return;
  }
  // No key is named for points that a model refuses.
  await requireLoggedModels(ctx, modelMetrics);
  await admitLog(ctx, logged);
  await withTelemetryTx(ctx, async (tx) => {
    if (details !== null) await updateRun({ ctx: { ...ctx, db: tx }, input: { ...details, runId: input.runId } });
    const [outcome] = await writeLogs(tx, [{ ctx, input: logged }]);
    if (outcome === undefined || "error" in outcome) throw outcome?.error ?? new Error("the log had no outcome");
    if (modelMetrics.length > 0) await writeModelMetrics(tx, ctx, input.runId, modelMetrics);
  });
  noteRun(ctx, input.runId);
}

import type { LoggedModelId, RunDataset, RunDetail, RunId } from "@assay/contract";
import { datasets, loggedModels, runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { describeRuns } from "./describe-runs.ts";

/** A run with everything that was logged to it, what it read and what it made. */
export interface RunRecord {
  run: RunDetail;
  datasets: readonly RunDataset[];
  modelInputs: readonly LoggedModelId[];
  modelOutputs: readonly { id: LoggedModelId; step: number }[];
}

/** Whole runs in the order asked. One that is not there is left out: it may just have been deleted for good. */
export async function readRunRecords({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<RunRecord[]> {
  requirePermission(ctx, "run:read");
  const found = await runs.findMany(ctx.db, ctx.project.id, input.runIds, ctx.clock.now());
  if (found.length === 0) return [];
  const runIds = found.map((run) => run.id);
  const [described, datasetsOf, inputsOf, outputsOf] = await Promise.all([
    describeRuns(ctx, found),
    datasets.listForRuns(ctx.db, ctx.project.id, runIds),
    loggedModels.inputsOfRuns(ctx.db, runIds),
    loggedModels.outputsOfRuns(ctx.db, runIds),
  ]);
  return described.map((run) => ({
    run,
    datasets: datasetsOf.get(run.id) ?? [],
    modelInputs: inputsOf.get(run.id) ?? [],
    modelOutputs: outputsOf.get(run.id) ?? [],
  }));
}

import type { LoggedModelId, Run, RunDataset, RunId } from "@assay/contract";
import { datasets, type LatestPoint, loggedModels, params, runs, runTags } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** A run with everything that was logged to it, what it read and what it made. */
export interface RunRecord {
  run: Run;
  params: Record<string, string>;
  tags: Record<string, string>;
  /** The last point of each series, in the order of the keys. */
  latest: readonly LatestPoint[];
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
  const { runIds } = input;
  // All at once; what is of another project's run is thrown away with it.
  const [found, paramsOf, tagsOf, latestOf, datasetsOf, inputsOf, outputsOf] = await Promise.all([
    runs.findMany(ctx.db, ctx.project.id, runIds, ctx.clock.now()),
    params.listForRuns(ctx.db, ctx.project.id, runIds),
    runTags.listForRuns(ctx.db, ctx.project.id, runIds),
    ctx.metrics.latest(ctx.project.id, runIds),
    datasets.listForRuns(ctx.db, ctx.project.id, runIds),
    loggedModels.inputsOfRuns(ctx.db, runIds),
    loggedModels.outputsOfRuns(ctx.db, runIds),
  ]);
  return found.map((run) => ({
    run,
    params: paramsOf.get(run.id) ?? {},
    tags: tagsOf.get(run.id) ?? {},
    latest: latestOf.get(run.id) ?? [],
    datasets: datasetsOf.get(run.id) ?? [],
    modelInputs: inputsOf.get(run.id) ?? [],
    modelOutputs: outputsOf.get(run.id) ?? [],
  }));
}

import { notFound, type RunDetail, type RunId } from "@assay/contract";
import { params, runs, runTags } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** Runs with their params, tags, metric summaries and children, in the order asked; one that is missing is an error. */
export async function getRuns({ ctx, input }: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<RunDetail[]> {
  requirePermission(ctx, "run:read");
  const { runIds } = input;
  const found = await runs.findMany(ctx.db, ctx.project.id, runIds, ctx.clock.now());
  const missing = runIds.find((id) => !found.some((run) => run.id === id));
  if (missing !== undefined) throw notFound(`Run with id=${missing}`);
  const [paramsOf, tagsOf, metricsOf, childrenOf] = await Promise.all([
    params.listForRuns(ctx.db, ctx.project.id, runIds),
    runTags.listForRuns(ctx.db, ctx.project.id, runIds),
    ctx.metrics.summaries(ctx.project.id, runIds),
    runs.children(ctx.db, ctx.project.id, runIds),
  ]);
  return found.map((run) => ({
    ...run,
    params: paramsOf.get(run.id) ?? {},
    tags: tagsOf.get(run.id) ?? {},
    metrics: metricsOf.get(run.id) ?? [],
    children: childrenOf.get(run.id) ?? [],
  }));
}

export async function getRun({ ctx, input }: VerbArgs<ProjectContext, { runId: RunId }>): Promise<RunDetail> {
  const [run] = await getRuns({ ctx, input: { runIds: [input.runId] } });
  if (run === undefined) throw notFound(`Run with id=${input.runId}`);
  return run;
}

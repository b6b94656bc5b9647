import type { Run, RunDetail } from "@assay/contract";
import { params, runs, runTags } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** Adds to runs of the project their params, tags, metric summaries and children. */
export async function describeRuns(ctx: ProjectContext, found: readonly Run[]): Promise<RunDetail[]> {
  const runIds = found.map((run) => run.id);
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

import { notFound, type RunDetail, type RunId } from "@assay/contract";
import { runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { describeRuns } from "./describe-runs.ts";

/** Runs with their params, tags, metric summaries and children, in the order asked; one that is missing is an error. */
export async function getRuns({ ctx, input }: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<RunDetail[]> {
  requirePermission(ctx, "run:read");
  const found = await runs.findMany(ctx.db, ctx.project.id, input.runIds, ctx.clock.now());
  const missing = input.runIds.find((id) => !found.some((run) => run.id === id));
  if (missing !== undefined) throw notFound(`Run with id=${missing}`);
  return describeRuns(ctx, found);
}

export async function getRun({ ctx, input }: VerbArgs<ProjectContext, { runId: RunId }>): Promise<RunDetail> {
  const [run] = await getRuns({ ctx, input: { runIds: [input.runId] } });
  if (run === undefined) throw notFound(`Run with id=${input.runId}`);
  return run;
}

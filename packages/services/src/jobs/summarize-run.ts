import type { RunId } from "@assay/contract";
import { notifyLive, runs } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";

/**
 * Writes a run's metric summaries and duration anew from its points. For the worker: its payload came from a verb
 * that asked permission. Running it again changes nothing.
 */
export async function summarizeRun({ ctx, input }: VerbArgs<ServiceContext, { runId: RunId }>): Promise<void> {
  const projectId = await runs.projectOf(ctx.db, input.runId);
  if (projectId === null) return;
  await ctx.metrics.summarize([input.runId]);
  await notifyLive(ctx.db, { kind: "run", projectId, runId: input.runId });
}

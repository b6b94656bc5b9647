import type { RunId } from "@assay/contract";
import { notifyLive, runs } from "@assay/db";
import type { ServiceContext, VerbArgs } from "../context.ts";

/**
 * Compacts what a run that has ended logged, for good. For the worker: its payload came from a verb that asked
 * permission. Running it again changes nothing.
 */
export async function settleRun({ ctx, input }: VerbArgs<ServiceContext, { runId: RunId }>): Promise<void> {
  const projectId = await runs.projectOf(ctx.db, input.runId);
  if (projectId === null) return;
  await ctx.metrics.settle(input.runId);
  await notifyLive(ctx.db, { kind: "run", projectId, runId: input.runId });
}

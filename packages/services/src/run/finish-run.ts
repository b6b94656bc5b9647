import { type FinalRunStatus, notFound, type Run, type RunId } from "@assay/contract";
import { notifyLive, runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { emitRunFinished } from "../webhook/run-events.ts";
import { requireWritable } from "./require-writable-run.ts";

interface Input {
  runId: RunId;
  status: FinalRunStatus;
  endedAtMs?: number | undefined;
}

/** Ends a run. Ending it again with another status or time corrects the record. */
export async function finishRun({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Run> {
  requirePermission(ctx, "run:write");
  await withTelemetryTx(ctx, async (tx) => {
    const { status } = requireWritable(input.runId, await runs.lockState(tx, ctx.project.id, input.runId));
    const endedAt = input.endedAtMs === undefined ? ctx.clock.now() : new Date(input.endedAtMs);
    const change = { status: input.status, endedAt, heartbeatAt: ctx.clock.now() };
    await runs.update(tx, ctx.project.id, input.runId, change);
    await ctx.jobs.enqueue(tx, "run.settle", { runId: input.runId });
    await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: input.runId });
    await emitRunFinished(tx, ctx, input.runId, { before: status, after: input.status });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: input.runId });
  });
  const run = await runs.find(ctx.db, ctx.project.id, input.runId, ctx.clock.now());
  if (run === null) throw notFound(`Run ${input.runId}`);
  return run;
}

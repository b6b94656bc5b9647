import { notFound, type Run, type RunId, type RunSource } from "@assay/contract";
import { notifyLive, runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableRun } from "./require-writable-run.ts";

export interface UpdateRunFields {
  runId: RunId;
  name?: string | undefined;
  notes?: string | undefined;
  /** Takes a run that had ended up again. */
  status?: "scheduled" | "running" | undefined;
  /** What became known of the code after the start; fields left out stay. */
  source?: RunSource | undefined;
  parentRunId?: RunId | undefined;
}

/** Renames or describes a run, or resumes one that had ended. */
export async function updateRun({ ctx, input }: VerbArgs<ProjectContext, UpdateRunFields>): Promise<Run> {
  requirePermission(ctx, "run:write");
  await withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, input.runId);
    if (input.parentRunId !== undefined) await holdWritableRun(tx, ctx, input.parentRunId);
    const current = await runs.find(tx, ctx.project.id, input.runId, ctx.clock.now());
    const { name, notes, status, source, parentRunId } = input;
    await runs.update(tx, input.runId, {
      ...(name === undefined ? {} : { name }),
      ...(notes === undefined ? {} : { notes }),
      ...(status === undefined ? {} : { status, endedAt: null, heartbeatAt: ctx.clock.now() }),
      ...(source === undefined ? {} : { source: { ...current?.source, ...source } }),
      ...(parentRunId === undefined ? {} : { parentRunId }),
    });
    if (source !== undefined || parentRunId !== undefined) {
      await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: input.runId });
    }
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: input.runId });
  });
  const run = await runs.find(ctx.db, ctx.project.id, input.runId, ctx.clock.now());
  if (run === null) throw notFound(`Run ${input.runId}`);
  return run;
}

import { FinalRunStatus, notFound, type Run, type RunId, type RunSource, type RunStatus } from "@assay/contract";
import { notifyLive, runs, type Store } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { emitRunFinished } from "../webhook/run-events.ts";
import { parentOfTag } from "./parent-of-tag.ts";
import { requireWritable } from "./require-writable-run.ts";

/** What is not given stays as it is; sent twice, it is the same as once. */
export interface UpdateRunFields {
  runId: RunId;
  name?: string | undefined;
  notes?: string | undefined;
  /** The status alone: when the run ended is said apart from it. */
  status?: RunStatus | undefined;
  endedAtMs?: number | undefined;
  /** What became known of the code after the start; fields left out stay. */
  source?: RunSource | undefined;
  /** What a tag says the parent is; the run has none if that is no run of the project. */
  parentTag?: string | undefined;
}

/** Changes what is said of a run: its name, notes, status, end, code or parent. */
export async function updateRun({ ctx, input }: VerbArgs<ProjectContext, UpdateRunFields>): Promise<Run> {
  requirePermission(ctx, "run:write");
  const { runId, status, source, parentTag } = input;
  const isFinal = FinalRunStatus.safeParse(status).success;
  return withTelemetryTx(ctx, async (tx) => {
    const before = requireWritable(runId, await runs.lockState(tx, ctx.project.id, runId)).status;
    await runs.update(tx, ctx.project.id, runId, await changeOf(tx, ctx, input));
    if (isFinal) await ctx.jobs.enqueue(tx, "run.settle", { runId });
    if (isFinal || source !== undefined || parentTag !== undefined)
      await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
    await emitRunFinished(tx, ctx, runId, { before, after: status });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
    const run = await runs.find(tx, ctx.project.id, runId, ctx.clock.now());
    if (run === null) throw notFound(`Run ${runId}`);
    return run;
  });
}

async function changeOf(tx: Store, ctx: ProjectContext, input: UpdateRunFields): Promise<runs.RunChange> {
  const { runId, name, notes, status, endedAtMs, source, parentTag } = input;
  const known =
    source === undefined ? undefined : (await runs.find(tx, ctx.project.id, runId, ctx.clock.now()))?.source;
  return {
    ...(name === undefined ? {} : { name }),
    ...(notes === undefined ? {} : { notes }),
    ...(status === undefined ? {} : { status }),
    // Taken up again, it has to show signs of life from now on.
    ...(status === "running" || status === "scheduled" ? { heartbeatAt: ctx.clock.now() } : {}),
    ...(endedAtMs === undefined ? {} : { endedAt: new Date(endedAtMs) }),
    ...(source === undefined ? {} : { source: { ...known, ...source } }),
    ...(parentTag === undefined ? {} : { parentRunId: (await parentOfTag(tx, ctx, runId, parentTag))?.id ?? null }),
  };
}

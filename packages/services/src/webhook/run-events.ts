import { type Experiment, FinalRunStatus, type RunId, type RunStatus } from "@assay/contract";
import { runs, type SqlStore } from "@assay/db";
import type { ProjectContext } from "../context.ts";
import { emit, emitEach } from "./emit.ts";

export function emitExperimentCreated(
  tx: SqlStore,
  ctx: ProjectContext,
  { number, name, description, tags }: Experiment,
): Promise<void> {
  const path = `/${ctx.workspace.slug}/${ctx.project.slug}/experiments/${number}`;
  return emit(tx, ctx, "experiment.created", () => ({ experiment_id: String(number), name, description, tags, path }));
}

export function emitRunsCreated(tx: SqlStore, ctx: ProjectContext, runIds: readonly RunId[]): Promise<void> {
  const each = runIds.map((runId) => () => runData(tx, ctx, runId));
  return emitEach(tx, ctx, "run.created", each);
}

/** Tells that a run has ended, once for each way it is said to have ended: `before` is what was said of it so far. */
export async function emitRunFinished(
  tx: SqlStore,
  ctx: ProjectContext,
  runId: RunId,
  { before, after }: { before: RunStatus; after: RunStatus | undefined },
): Promise<void> {
  if (before === after || !FinalRunStatus.safeParse(after).success) return;
  await emit(tx, ctx, "run.finished", () => runData(tx, ctx, runId));
}

async function runData(tx: SqlStore, ctx: ProjectContext, runId: RunId): Promise<object> {
  const run = await runs.find(tx, ctx.project.id, runId, ctx.clock.now());
  if (run === null) return { run_id: runId };
  return {
    run_id: runId,
    run_name: run.name,
    experiment_id: String(run.experiment.number),
    experiment_name: run.experiment.name,
    status: run.status,
    start_time: run.startedAtMs,
    end_time: run.endedAtMs,
    user: run.createdBy,
    /** Of its page, from the root of the web app on. */
    path: `/${ctx.workspace.slug}/${ctx.project.slug}/runs/${runId}`,
  };
}

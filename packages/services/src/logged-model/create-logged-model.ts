import { type ExperimentId, type LoggedModel, LoggedModelId, notFound, type RunId } from "@assay/contract";
import { experiments, loggedModels, notifyLive } from "@assay/db";
import { actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type Asked, takeUp } from "../creation/take-up.ts";
import { holdWritableRun } from "../run/require-writable-run.ts";
import { getLoggedModel } from "./get-logged-model.ts";

export interface NewLoggedModelInput extends Asked {
  /** The run that made it, or the number of the experiment it belongs to when no run did. */
  origin: { runId: RunId } | { experimentNumber: number };
  name: string;
  modelType: string;
  params: Record<string, string>;
  tags: Record<string, string>;
}

/** Opens a logged model; its files are put next, then it is made ready. A request sent again opens no second one. */
export async function createLoggedModel({
  ctx,
  input,
}: VerbArgs<ProjectContext, NewLoggedModelInput>): Promise<LoggedModel> {
  requirePermission(ctx, "run:write");
  const { origin, name, modelType, params, tags } = input;
  const id = await withTelemetryTx(ctx, async (tx) => {
    const { id: uuid, isMade } = await takeUp(tx, ctx, "loggedModel", input);
    const made = LoggedModelId.parse(`m-${uuid}`);
    if (isMade) return made;
    const runId = "runId" in origin ? origin.runId : null;
    await loggedModels.create(tx, {
      name,
      modelType,
      params,
      tags,
      id: made,
      workspaceId: ctx.workspace.id,
      projectId: ctx.project.id,
      experimentId: await experimentOf({ ...ctx, db: tx }, origin),
      sourceRunId: runId,
      createdBy: actorName(ctx.actor),
      createdAt: ctx.clock.now(),
    });
    if (runId !== null) await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
    await notifyLive(tx, { kind: "artifacts", projectId: ctx.project.id, runId });
    return made;
  });
  return getLoggedModel({ ctx, input: { loggedModelId: id } });
}

async function experimentOf(ctx: ProjectContext, origin: NewLoggedModelInput["origin"]): Promise<ExperimentId> {
  if ("runId" in origin) return (await holdWritableRun(ctx.db, ctx, origin.runId)).experimentId;
  const experiment = await experiments.findByNumber(ctx.db, ctx.project.id, origin.experimentNumber);
  if (experiment === null) throw notFound(`Experiment ${origin.experimentNumber}`);
  return experiment.id;
}

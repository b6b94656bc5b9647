import type { LoggedModelId } from "@assay/contract";
import { loggedModels, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getLoggedModel, type LoggedModelRecord } from "./get-logged-model.ts";

export interface LoggedModelChange {
  loggedModelId: LoggedModelId;
  status?: "ready" | "failed" | undefined;
  addParams?: Record<string, string> | undefined;
  setTags?: Record<string, string> | undefined;
  deleteTag?: string | undefined;
}

/** Makes a logged model ready (or failed), or adds params and tags to it. */
export async function updateLoggedModel({
  ctx,
  input,
}: VerbArgs<ProjectContext, LoggedModelChange>): Promise<LoggedModelRecord> {
  requirePermission(ctx, "run:write");
  await withTelemetryTx(ctx, async (tx) => {
    await loggedModels.lock(tx, input.loggedModelId);
    const current = await getLoggedModel({ ctx: { ...ctx, db: tx }, input });
    const tags = { ...current.tags, ...input.setTags };
    if (input.deleteTag !== undefined) delete tags[input.deleteTag];
    await loggedModels.update(tx, ctx.project.id, input.loggedModelId, {
      tags,
      params: { ...current.params, ...input.addParams },
      updatedAt: ctx.clock.now(),
      ...(input.status === undefined ? {} : { status: input.status }),
    });
    const runId = current.sourceRun?.id ?? null;
    if (runId !== null) await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
    await notifyLive(tx, { kind: "artifacts", projectId: ctx.project.id, runId });
  });
  return getLoggedModel({ ctx, input });
}

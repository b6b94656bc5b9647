import type { LoggedModelId, RunId } from "@assay/contract";
import { loggedModels, notifyLive } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableRun } from "../run/require-writable-run.ts";
import { getLoggedModel } from "./get-logged-model.ts";

interface Input {
  runId: RunId;
  models: readonly { id: LoggedModelId; step: number }[];
}

/** Names logged models of the project as outputs of a run, each at a step. */
export async function addModelOutputs({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<void> {
  requirePermission(ctx, "run:write");
  await withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, input.runId);
    for (const { id, step } of input.models) {
      await getLoggedModel({ ctx: { ...ctx, db: tx }, input: { loggedModelId: id } });
      await loggedModels.addOutput(tx, input.runId, id, step);
    }
    await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId: input.runId });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: input.runId });
  });
}

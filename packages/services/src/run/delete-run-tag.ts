import { DomainError, type RunId } from "@assay/contract";
import { notifyLive, runTags } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { holdWritableRun } from "./require-writable-run.ts";

export async function deleteRunTag({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId; key: string }>): Promise<void> {
  requirePermission(ctx, "run:write");
  await withTelemetryTx(ctx, async (tx) => {
    await holdWritableRun(tx, ctx, input.runId);
    if (!(await runTags.remove(tx, ctx.project.id, input.runId, input.key))) {
      throw new DomainError("NOT_FOUND", `No tag with name: ${input.key} in run with id ${input.runId}`, {
        field: "key",
      });
    }
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: input.runId });
  });
}

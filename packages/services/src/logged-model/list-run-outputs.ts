import type { LoggedModelId, RunId } from "@assay/contract";
import { loggedModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";

/** The logged models that runs name as outputs, by run. */
export async function listRunOutputs({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<Map<RunId, { id: LoggedModelId; step: number }[]>> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, input.runIds);
  return loggedModels.outputsOfRuns(ctx.db, input.runIds);
}

import type { RunId } from "@assay/contract";
import { loggedModels } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";
import type { LoggedModelRecord } from "./get-logged-model.ts";

/** The logged models a run made, newest first, at most 1,000. */
export async function listLoggedModels({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId }>): Promise<LoggedModelRecord[]> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, [input.runId]);
  return loggedModels.list(ctx.db, ctx.project.id, { runId: input.runId }, 1_000);
}

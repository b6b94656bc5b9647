import type { Dataset, RunDataset, RunId } from "@assay/contract";
import { datasets } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";

/** The project's datasets, newest first, at most 1,000. */
export async function listDatasets({ ctx }: { ctx: ProjectContext }): Promise<Dataset[]> {
  requirePermission(ctx, "run:read");
  return datasets.list(ctx.db, ctx.project.id);
}

/** The datasets that runs read, by run. */
export async function listRunDatasets({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<Map<RunId, RunDataset[]>> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, input.runIds);
  return datasets.listForRuns(ctx.db, ctx.project.id, input.runIds);
}

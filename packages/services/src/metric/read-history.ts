import type { RunId } from "@assay/contract";
import { emptyColumns, type PointColumns } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";

/** Every point of one key of one run, ordered by (step, time); empty when the key was never logged. */
export async function readHistory({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId; key: string }>): Promise<PointColumns> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, [input.runId]);
  const query = { projectId: ctx.project.id, runIds: [input.runId], keys: [input.key] };
  const [series] = await ctx.metrics.readRange(query);
  return series?.points ?? emptyColumns();
}

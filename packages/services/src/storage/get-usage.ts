import type { RunId, Usage } from "@assay/contract";
import { storage } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";

/** What a project takes up. */
export async function getProjectUsage({ ctx }: { ctx: ProjectContext }): Promise<Usage> {
  requirePermission(ctx, "project:read");
  return storage.ofProject(ctx.db, ctx.project.id);
}

/** What some runs take up together, everything answered before included. */
export async function getRunUsage({ ctx, input }: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<Usage> {
  requirePermission(ctx, "run:read");
  await requireReadableRuns(ctx, input.runIds);
  await ctx.metrics.compact(input.runIds);
  return storage.ofRuns(ctx.db, ctx.project.id, input.runIds);
}

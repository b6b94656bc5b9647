import { isDomainError, type RunId } from "@assay/contract";
import type { KeyPoints } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

const COMPACT_FOR_MS = 30_000;

/**
 * Adds points that another tracker kept; those that came before are there once. When too many wait to be compacted,
 * it compacts some itself: an import may run with no worker beside it.
 */
export async function importPoints({
  ctx,
  input,
}: VerbArgs<ProjectContext, { runId: RunId; series: readonly KeyPoints[] }>): Promise<void> {
  requirePermission(ctx, "project:manage");
  const batch = { projectId: ctx.project.id, runId: input.runId, series: input.series };
  for (;;) {
    try {
      await ctx.metrics.append(batch);
      return;
    } catch (error) {
      if (!isDomainError(error) || error.code !== "BACKPRESSURE") throw error;
      ctx.signal.throwIfAborted();
      await ctx.metrics.compactReady({ signal: ctx.signal, untilMs: ctx.clock.now().getTime() + COMPACT_FOR_MS });
    }
  }
}

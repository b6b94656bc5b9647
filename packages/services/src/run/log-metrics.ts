import type { IngestWriter, LogMetricsResult, RunId } from "@assay/contract";
import type { KeyPoints } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { admitPoints } from "./admit-points.ts";
import { appendPoints } from "./append-points.ts";

export interface LogMetricsInput {
  runId: RunId;
  /** Each key once. */
  metrics: readonly KeyPoints[];
  /** Which batch of whose this is, so that one sent again is known. */
  writer?: IngestWriter | undefined;
}

/** Logs points to a run, all or none. They share a commit with other requests and are durable when this resolves. */
export async function logMetrics({ ctx, input }: VerbArgs<ProjectContext, LogMetricsInput>): Promise<LogMetricsResult> {
  requirePermission(ctx, "run:write");
  const { runId, metrics, writer } = input;
  const points = admitPoints(ctx, metrics);
  const outcome = await appendPoints(ctx, { projectId: ctx.project.id, runId, series: metrics, writer });
  return outcome === "duplicate" ? { accepted: 0, duplicate: true } : { accepted: points };
}

import { invalidInput, LIMITS } from "@assay/contract";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { admitPoints } from "./admit-points.ts";
import { appendPoints } from "./append-points.ts";
import { requireWritableRun } from "./require-writable-run.ts";
import type { LogInput } from "./write-logs.ts";

/**
 * Logs points, params and tags to a run: all of it or nothing. Requests that arrive at once share a commit. Params are
 * write-once: the same value again is fine.
 */
export async function logToRun({ ctx, input }: VerbArgs<ProjectContext, LogInput>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { runId, metrics = [], params: newParams = {}, tags = {} } = input;
  if (Object.keys(newParams).length > 0 || Object.keys(tags).length > 0) {
    await admitLog(ctx, input);
    return ctx.groups.logs.add({ ctx, input });
  }
  admitPoints(ctx, metrics);
  if (metrics.length === 0) await requireWritableRun(ctx.db, ctx, runId);
  else await appendPoints(ctx, { projectId: ctx.project.id, runId, series: metrics });
}

/** What has to be settled before the transaction of `writeLogs`: the request's size, and its metric keys. */
export async function admitLog(ctx: ProjectContext, input: LogInput): Promise<void> {
  const { runId, metrics = [], params: newParams = {}, tags = {} } = input;
  checkLimits(Object.keys(newParams).length, Object.keys(tags).length);
  admitPoints(ctx, metrics);
  if (metrics.length === 0) return;
  // No key is named for a run that refuses its points.
  await requireWritableRun(ctx.db, ctx, runId);
  await ctx.access.entry?.confirm();
  await ctx.metrics.prepare(
    ctx.project.id,
    metrics.map(({ key }) => key),
  );
}

function checkLimits(paramCount: number, tagCount: number): void {
  if (paramCount > LIMITS.paramsPerRequest) {
    throw invalidInput(
      `At most ${LIMITS.paramsPerRequest} params fit in one request`,
      "params",
      "send several requests",
    );
  }
  if (tagCount > LIMITS.tagsPerRequest) {
    throw invalidInput(`At most ${LIMITS.tagsPerRequest} tags fit in one request`, "tags", "send several requests");
  }
}

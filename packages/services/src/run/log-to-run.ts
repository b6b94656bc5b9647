import { DomainError, invalidInput, LIMITS, type RunId } from "@assay/contract";
import { notifyLive, params, runTags, type SqlStore } from "@assay/db";
import type { KeyPoints } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import { withLogTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { admitPoints } from "./admit-points.ts";
import { appendPoints } from "./append-points.ts";
import { holdWritableRun, requireWritableRun } from "./require-writable-run.ts";

export interface LogInput {
  runId: RunId;
  /** Each key once. */
  metrics?: readonly KeyPoints[];
  params?: Record<string, string>;
  tags?: Record<string, string>;
}

/**
 * Logs points, params and tags to a run: all of it or nothing. Points alone share a commit with other requests; with
 * params or tags they are part of one transaction. Params are write-once: the same value again is fine.
 */
export async function logToRun({ ctx, input }: VerbArgs<ProjectContext, LogInput>): Promise<void> {
  requirePermission(ctx, "run:write");
  const { runId, metrics = [], params: newParams = {}, tags = {} } = input;
  if (Object.keys(newParams).length > 0 || Object.keys(tags).length > 0) {
    await admitLog(ctx, input);
    await withLogTx(ctx, (tx) => writeLog(tx, ctx, input));
    return;
  }
  admitPoints(ctx, metrics);
  if (metrics.length === 0) await requireWritableRun(ctx.db, ctx, runId);
  else await appendPoints(ctx, { projectId: ctx.project.id, runId, series: metrics });
}

/** What has to be settled before the transaction of `writeLog`: the request's size, and its metric keys. */
export async function admitLog(ctx: ProjectContext, input: LogInput): Promise<void> {
  const { runId, metrics = [], params: newParams = {}, tags = {} } = input;
  checkLimits(Object.keys(newParams).length, Object.keys(tags).length);
  admitPoints(ctx, metrics);
  if (metrics.length === 0) return;
  // No key is named for a run that refuses its points.
  await requireWritableRun(ctx.db, ctx, runId);
  await ctx.metrics.prepare(
    ctx.project.id,
    metrics.map(({ key }) => key),
  );
}

/** Writes points, params and tags in somebody's transaction, after `admitLog`. */
export async function writeLog(tx: SqlStore, ctx: ProjectContext, input: LogInput): Promise<void> {
  const { runId, metrics = [], params: newParams = {}, tags = {} } = input;
  await holdWritableRun(tx, ctx, runId);
  await addParams(tx, ctx, runId, newParams);
  await runTags.set(tx, ctx.project.id, runId, tags);
  if (metrics.length > 0) await ctx.metrics.append({ projectId: ctx.project.id, runId, series: metrics }, tx);
  await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
}

async function addParams(
  tx: SqlStore,
  ctx: ProjectContext,
  runId: RunId,
  added: Record<string, string>,
): Promise<void> {
  const [changed] = await params.add(tx, ctx.project.id, runId, added);
  if (changed === undefined) return;
  throw new DomainError(
    "PARAM_IS_WRITE_ONCE",
    `Changing param values is not allowed. Param with key='${changed}' was already logged for run ID='${runId}' with another value`,
    { field: changed, remedy: "log it under another key, or log a tag, which may change" },
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

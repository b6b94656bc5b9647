import type { RunId } from "@assay/contract";
import { emptyColumns, type PointColumns } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireReadableRuns } from "../run/require-readable-runs.ts";

interface Input {
  runIds: readonly RunId[];
  key: string;
  fromStep?: number | undefined;
  toStep?: number | undefined;
}

/** Every point of one key of some runs, by run and ordered by (step, time, value); runs that never logged it have none. */
export async function readHistories({
  ctx,
  input,
}: VerbArgs<ProjectContext, Input>): Promise<Map<RunId, PointColumns>> {
  requirePermission(ctx, "run:read");
  const { key, fromStep, toStep } = input;
  const runIds = [...new Set(input.runIds)];
  await requireReadableRuns(ctx, runIds);
  const range = { ...(fromStep === undefined ? {} : { fromStep }), ...(toStep === undefined ? {} : { toStep }) };
  const found = await ctx.metrics.readRange({ projectId: ctx.project.id, runIds, keys: [key], ...range });
  const byRun = new Map(found.map(({ runId, points }) => [runId, points]));
  return new Map(runIds.map((runId) => [runId, byRun.get(runId) ?? emptyColumns()]));
}

/** The same of one run. */
export async function readHistory({
  ctx,
  input: { runId, key },
}: VerbArgs<ProjectContext, { runId: RunId; key: string }>): Promise<PointColumns> {
  const found = await readHistories({ ctx, input: { runIds: [runId], key } });
  return found.get(runId) ?? emptyColumns();
}

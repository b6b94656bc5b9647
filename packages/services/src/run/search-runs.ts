import type { Page, Run, RunRow } from "@assay/contract";
import { runSearch, runs } from "@assay/db";
import { columnField } from "@assay/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { addMetricValues } from "./add-metric-values.ts";
import { findRunPage, type RunPageInput } from "./find-run-page.ts";

export interface RunSearchInput extends RunPageInput {
  columns: string[];
}

/** One page of runs, filtered, sorted and with the asked columns. */
export async function searchRuns({ ctx, input }: VerbArgs<ProjectContext, RunSearchInput>): Promise<Page<RunRow>> {
  requirePermission(ctx, "run:read");
  const wanted = input.columns.map((column) => ({ column, field: columnField(column) }));
  const { items: ids, nextCursor } = await findRunPage(ctx, input);
  const items = (await runs.findMany(ctx.db, ctx.project.id, ids, ctx.clock.now())).map(toRow);
  await Promise.all([runSearch.addValues(ctx.db, ctx.project.id, items, wanted), addMetricValues(ctx, items, wanted)]);
  return { items, nextCursor };
}

function toRow(run: Run): RunRow {
  const { id, name, number, status, lifecycle, experiment, parent, createdBy, startedAtMs, endedAtMs, durationMs } =
    run;
  return {
    id,
    name,
    number,
    status,
    lifecycle,
    experimentNumber: experiment.number,
    experimentName: experiment.name,
    parentRunId: parent?.id ?? null,
    createdBy,
    startedAtMs,
    endedAtMs,
    durationMs,
    values: {},
  };
}

import { type ImportJobId, notFound } from "@assay/contract";
import { imports, notifyLive, runs } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { withTelemetryTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import type { ImportItem } from "./import-items.ts";
import type { ImportedRun } from "./import-run.ts";
import { requireImport } from "./require-import.ts";

interface Input {
  jobId: ImportJobId;
  run: Pick<ImportedRun, "id" | "status" | "startedAtMs" | "endedAtMs" | "isArchived">;
  item: ImportItem;
}

/** Gives a run whose points and files have come the status, end and lifecycle it had, and remembers it as done. */
export async function closeImportedRun({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<void> {
  requirePermission(ctx, "project:manage");
  const { jobId, run, item } = input;
  const { id: runId, status, startedAtMs, endedAtMs, isArchived } = run;
  await withTelemetryTx(ctx, async (tx) => {
    await requireImport(tx, ctx, jobId);
    const endedAt = endedAtMs === null ? null : new Date(endedAtMs);
    if ((await runs.lockState(tx, ctx.project.id, runId)) === null) throw notFound(`Run ${runId}`);
    await runs.update(tx, ctx.project.id, runId, { status, startedAt: new Date(startedAtMs), endedAt });
    if (isArchived) await runs.setArchived(tx, ctx.project.id, [runId], ctx.clock.now());
    await imports.saveItem(tx, jobId, { ...item, targetId: runId });
    await ctx.jobs.enqueue(tx, "run.settle", { runId });
    await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
  });
}

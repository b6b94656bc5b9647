import { type ImportJobId, ImportReport } from "@assay/contract";
import { imports, notifyLive, type Store } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { requireImport } from "./require-import.ts";

interface Input {
  jobId: ImportJobId;
  /** False when it broke off and is to be gone on with. */
  isComplete: boolean;
}

/** Ends an import for now: gives runs their parents that came after them, and answers what came and what did not. */
export async function closeImport({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<ImportReport> {
  requirePermission(ctx, "project:manage");
  const { jobId, isComplete } = input;
  return withTx(ctx, async (tx) => {
    for (const runId of await imports.linkParents(tx, ctx.project.id, jobId)) {
      await ctx.jobs.enqueue(tx, "lineage.rebuild", { runId });
    }
    const finishedAt = ctx.clock.now();
    const report = await reportOf(tx, ctx, jobId, finishedAt);
    await imports.close(tx, jobId, { state: isComplete ? "finished" : "failed", finishedAt, report });
    const action = isComplete ? "import.finish" : "import.fail";
    const details = { source: report.source, came: report.came };
    await audit(tx, ctx, { action, subject: { kind: "import", id: jobId }, details });
    await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId: null });
    return report;
  });
}

async function reportOf(tx: Store, ctx: ProjectContext, jobId: ImportJobId, finishedAt: Date): Promise<ImportReport> {
  const { source, startedAt } = await requireImport(tx, ctx, jobId);
  return ImportReport.parse({
    source,
    startedAtMs: startedAt.getTime(),
    finishedAtMs: finishedAt.getTime(),
    came: await imports.counts(tx, jobId),
    ...(await imports.findings(tx, jobId)),
  });
}

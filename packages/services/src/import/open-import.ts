import { ImportJobId } from "@assay/contract";
import { imports } from "@assay/db";
import { actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** Begins to import from a source, named without secrets, or goes on with an earlier import from it. */
export async function openImport({ ctx, input }: VerbArgs<ProjectContext, { source: string }>): Promise<ImportJobId> {
  requirePermission(ctx, "project:manage");
  return withTx(ctx, async (tx) => {
    const jobId = await imports.open(tx, {
      id: ImportJobId.parse(ctx.ids.uuid()),
      projectId: ctx.project.id,
      source: input.source,
      startedBy: actorName(ctx.actor),
      startedAt: ctx.clock.now(),
    });
    await audit(tx, ctx, { action: "import.start", subject: { kind: "import", id: jobId }, details: input });
    return jobId;
  });
}

import { notFound, type RetryDeadJobs } from "@assay/contract";
import { isJobName } from "@assay/jobs";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { VerbArgs, WorkspaceContext } from "../context.ts";

/** Gives jobs that failed for good back to their queue; answers how many. */
export async function retryDeadJobs({
  ctx,
  input,
}: VerbArgs<WorkspaceContext, RetryDeadJobs>): Promise<{ retried: number }> {
  requirePermission(ctx, "system:manage");
  const { queue } = input;
  if (!isJobName(queue)) throw notFound(`Queue ${queue}`);
  return withTx(ctx, async (tx) => {
    const retried = await ctx.jobs.retryDead(tx, queue);
    await audit(tx, ctx, { action: "system.retryDead", subject: { kind: "queue", id: queue }, details: { retried } });
    return { retried };
  });
}

import type { RunId } from "@assay/contract";
import { lineage, notifyLive, runs } from "@assay/db";
import { runEdges } from "@assay/domain";
import type { ServiceContext, VerbArgs } from "../context.ts";

/**
 * Writes anew the lineage edges that follow from what the store holds about a run. For the worker. One rebuild of a
 * run at a time; running it again changes nothing.
 */
export async function rebuildLineage({ ctx, input }: VerbArgs<ServiceContext, { runId: RunId }>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lineage.lockRun(tx, input.runId);
    const found = await lineage.factsOf(tx, input.runId);
    // Held, so that a deletion of the run waits and takes these edges too.
    if (found === null || (await runs.holdState(tx, found.projectId, input.runId)) === null) return;
    await lineage.replaceRunEdges(tx, found.projectId, input.runId, runEdges(found.facts));
    await notifyLive(tx, { kind: "registry", projectId: found.projectId, runId: input.runId });
  });
}

import { DomainError, notFound, type RunId, type Usage } from "@assay/contract";
import { deletion, type Store, storage } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { deleteRunRows } from "./delete-run-rows.ts";
import { refuseObstacles } from "./refuse-obstacles.ts";

/**
 * Deletes archived runs for good; all of them or none. Answers what they took up. From its commit on nobody finds
 * them; the worker gives their space back.
 */
export async function deleteRuns({ ctx, input }: VerbArgs<ProjectContext, { runIds: RunId[] }>): Promise<Usage> {
  requirePermission(ctx, "run:delete");
  const runIds = [...new Set(input.runIds)];
  // So that what is said to go is what goes; of strangers' runs nothing is compacted.
  if ((await storage.ofRuns(ctx.db, ctx.project.id, runIds)).runs === runIds.length) await ctx.metrics.compact(runIds);
  return withTx(ctx, async (tx) => {
    const names = await lockArchived(tx, ctx, runIds);
    await refuseObstacles(tx, ctx, runIds);
    const usage = await storage.ofRuns(tx, ctx.project.id, runIds);
    await deleteRunRows(tx, ctx, runIds);
    const [only] = runIds;
    const subject = { kind: "run", id: runIds.length === 1 && only !== undefined ? only : `${runIds.length} runs` };
    await audit(tx, ctx, { action: "run.delete", subject, details: { ...usage, deleted: names } });
    return usage;
  });
}

/** Names by id of the runs, which nobody writes to from here on. */
async function lockArchived(tx: Store, ctx: ProjectContext, runIds: RunId[]): Promise<Record<RunId, string>> {
  const locked = await deletion.lock(tx, ctx.project.id, runIds);
  const found = new Set(locked.map(({ id }) => id));
  const missing = runIds.find((id) => !found.has(id));
  if (missing !== undefined) throw notFound(`Run ${missing}`);
  const active = locked.find(({ isArchived }) => !isArchived);
  if (active !== undefined) {
    throw new DomainError("CONFLICT", `${active.name} is not archived`, {
      field: "runIds",
      remedy: "archive it first: only archived runs are deleted for good",
    });
  }
  return Object.fromEntries(locked.map(({ id, name }) => [id, name]));
}

import type { ProjectId } from "@assay/contract";
import { deletion } from "@assay/db";
import type { ServiceContext } from "../context.ts";

const RUNS_AT_ONCE = 200;
/** Well below the time after which the queue takes a job for lost. */
const LONGEST_MS = 120_000;

/**
 * Takes deleted projects away: their runs some at a time, then all the rest. For the worker: the deletion was asked
 * for, allowed and recorded by a verb. Killed and run again, it goes on where it was.
 */
export async function purgeProjects({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const untilMs = ctx.clock.now().getTime() + LONGEST_MS;
  const isOver = () => ctx.signal.aborted || ctx.clock.now().getTime() >= untilMs;
  for (const projectId of await deletion.deletedProjects(ctx.db)) {
    while (!(await purgeSome(ctx, projectId))) {
      if (!isOver()) continue;
      await ctx.jobs.enqueue(ctx.db, "projects.purge", {});
      return;
    }
  }
}

/** True once the project is gone. */
async function purgeSome(ctx: ServiceContext, projectId: ProjectId): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const runIds = await deletion.anyRuns(tx, projectId, RUNS_AT_ONCE);
    if (runIds.length === 0) return deletion.removeProject(tx, projectId);
    await deletion.lock(tx, projectId, runIds);
    await deletion.removeRuns(tx, projectId, runIds);
    await ctx.jobs.enqueue(tx, "runs.purge", {});
    return false;
  });
}

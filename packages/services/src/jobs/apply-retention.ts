import { isDomainError } from "@assay/contract";
import { deletion, projects } from "@assay/db";
import { enterProject } from "../access/enter-project.ts";
import type { ProjectContext, ServiceContext } from "../context.ts";
import { deleteRuns } from "../deletion/delete-runs.ts";
import { retentionCutoff } from "../deletion/retention-cutoff.ts";

const RUNS_AT_ONCE = 200;

/** Deletes what projects keep no longer, through the verb that people use. For the worker, once a day. */
export async function applyRetention({ ctx }: { ctx: ServiceContext }): Promise<void> {
  for (const place of await projects.withRetention(ctx.db)) {
    const entered = await enterProject({ ctx, input: place });
    await deleteDue(entered).catch((error: unknown) => {
      // A run was restored, registered or forked at this very moment: tomorrow is soon enough.
      if (!isDomainError(error)) throw error;
      ctx.log.warn({ err: error, ...place }, "retention was refused; it is applied with the next round");
    });
  }
}

async function deleteDue(ctx: ProjectContext): Promise<void> {
  const { retention } = await projects.settingsOf(ctx.db, ctx.project.id);
  const days = retention.deleteArchivedRunsAfterDays;
  if (days === null) return;
  const before = retentionCutoff(ctx, days);
  while (!ctx.signal.aborted) {
    const runIds = await deletion.dueRuns(ctx.db, ctx.project.id, before, RUNS_AT_ONCE);
    if (runIds.length === 0) return;
    await deleteRuns({ ctx, input: { runIds } });
  }
}

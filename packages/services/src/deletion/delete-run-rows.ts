import type { RunId } from "@assay/contract";
import { deletion, notifyLive, type Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** Deletes runs from every table that names them, and sends for whoever clears away their points. */
export async function deleteRunRows(tx: Store, ctx: ProjectContext, runIds: readonly RunId[]): Promise<void> {
  await deletion.removeRuns(tx, ctx.project.id, runIds);
  await ctx.jobs.enqueue(tx, "runs.purge", {});
  for (const runId of runIds) await notifyLive(tx, { kind: "run", projectId: ctx.project.id, runId });
}

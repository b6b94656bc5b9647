import { DomainError, notFound, type RunId } from "@assay/contract";
import { runs, type Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";

type RunState = NonNullable<Awaited<ReturnType<typeof runs.findState>>>;

/** The run of the project that is to be written to; archived ones refuse. */
export async function requireWritableRun(db: Store, ctx: ProjectContext, runId: RunId): Promise<RunState> {
  const run = await runs.findState(db, ctx.project.id, runId);
  if (run === null) throw notFound(`Run ${runId}`);
  if (run.isArchived) {
    throw new DomainError("RUN_ARCHIVED", `The run ${runId} must be in the 'active' state. Current state is deleted.`, {
      remedy: "restore the run first",
    });
  }
  return run;
}

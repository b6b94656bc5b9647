import { DomainError, notFound, type RunId } from "@assay/contract";
import { runs, type SqlStore } from "@assay/db";
import type { ProjectContext } from "../context.ts";

type RunState = NonNullable<Awaited<ReturnType<typeof runs.findState>>>;

/** The run of the project that is to be written to; archived ones refuse. */
export async function requireWritableRun(db: SqlStore, ctx: ProjectContext, runId: RunId): Promise<RunState> {
  return requireWritable(runId, await runs.findState(db, ctx.project.id, runId));
}

/** The same for what is written in the transaction `tx`: the run cannot be deleted before it ends. */
export async function holdWritableRun(tx: SqlStore, ctx: ProjectContext, runId: RunId): Promise<RunState> {
  return requireWritable(runId, await runs.holdState(tx, ctx.project.id, runId));
}

/** What was found of a run, if it may be written to. */
export function requireWritable(runId: RunId, run: RunState | null): RunState {
  if (run === null) throw notFound(`Run ${runId}`);
  if (run.isArchived) {
    throw new DomainError("RUN_ARCHIVED", `The run ${runId} must be in the 'active' state. Current state is deleted.`, {
      remedy: "restore the run first",
    });
  }
  return run;
}

import { notFound, type Run, type RunId } from "@assay/contract";
import { type Outcome, runs } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** Runs that were just made in the place of their ids. */
export async function readMade(ctx: ProjectContext, written: readonly Outcome<RunId>[]): Promise<Outcome<Run>[]> {
  const ids = written.flatMap((outcome) => ("result" in outcome ? [outcome.result] : []));
  const found = await runs.findMany(ctx.db, ctx.project.id, ids, ctx.clock.now());
  const byId = new Map(found.map((run) => [run.id, run]));
  return written.map((outcome) => {
    if ("error" in outcome) return outcome;
    const run = byId.get(outcome.result);
    return run === undefined ? { error: notFound(`Run ${outcome.result}`) } : { result: run };
  });
}

import type { RunId, RunRef } from "@assay/contract";
import { runs, type SqlStore } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** The run of the project with this id, which then cannot be deleted before the transaction ends; null when there is none. */
export async function runHere(tx: SqlStore, ctx: ProjectContext, id: RunId | null): Promise<RunRef | null> {
  const state = id === null ? null : await runs.holdState(tx, ctx.project.id, id);
  return state === null ? null : { id: state.id, name: state.name };
}

import type { RunId } from "@assay/contract";
import { runs, type SqlStore } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** The id if it is that of a run of the project, which then cannot be deleted before the transaction ends; else null. */
export async function runHere(tx: SqlStore, ctx: ProjectContext, id: RunId | null): Promise<RunId | null> {
  return id === null || (await runs.holdState(tx, ctx.project.id, id)) === null ? null : id;
}

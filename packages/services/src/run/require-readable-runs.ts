import { notFound, type RunId } from "@assay/contract";
import { runs } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** Refuses with NOT_FOUND unless every run is in the project: the metric store itself knows no tenants. */
export async function requireReadableRuns(ctx: ProjectContext, runIds: readonly RunId[]): Promise<void> {
  const missing = await runs.firstForeign(ctx.db, ctx.project.id, runIds);
  if (missing !== null) throw notFound(`Run ${missing}`);
}

import { notFound, type ProjectScope, type RunId } from "@assay/contract";
import { runs } from "@assay/db";
import { enterProject } from "../access/enter-project.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { ServiceContext, VerbArgs } from "../context.ts";

/** Which project a run is in, for links that name the run alone. One the actor may not see is not found. */
export async function locateRun({ ctx, input }: VerbArgs<ServiceContext, { runId: RunId }>): Promise<ProjectScope> {
  const place = await runs.placeOf(ctx.db, input.runId);
  if (place === null) throw notFound(`Run ${input.runId}`);
  const project = await enterProject({ ctx, input: place }).catch(() => {
    throw notFound(`Run ${input.runId}`);
  });
  requirePermission(project, "run:read");
  return place;
}

import { isDomainError, notFound, type ProjectScope, type RunId } from "@assay/contract";
import { runs } from "@assay/db";
import { enterProject } from "../access/enter-project.ts";
import { requirePermission } from "../access/require-permission.ts";
import { requireSomebody } from "../access/require-somebody.ts";
import type { ServiceContext, VerbArgs } from "../context.ts";

/** Which project a run is in, for links that name the run alone. One the actor may not see is not found. */
export async function locateRun({ ctx, input }: VerbArgs<ServiceContext, { runId: RunId }>): Promise<ProjectScope> {
  requireSomebody(ctx);
  const place = await runs.placeOf(ctx.db, input.runId);
  if (place === null) throw notFound(`Run ${input.runId}`);
  const project = await enterProject({ ctx, input: place }).catch((error: unknown) => {
    throw isDomainError(error) ? notFound(`Run ${input.runId}`) : error;
  });
  requirePermission(project, "run:read");
  return place;
}

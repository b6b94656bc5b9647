import type { ExperimentListItem, Lifecycle } from "@assay/contract";
import { experiments } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** The experiments of a project by number; of one lifecycle when asked. */
export async function listExperiments({
  ctx,
  input,
}: VerbArgs<ProjectContext, { lifecycle?: Lifecycle | undefined }>): Promise<ExperimentListItem[]> {
  requirePermission(ctx, "experiment:read");
  const all = await experiments.list(ctx.db, ctx.project.id);
  return all.filter((one) => input.lifecycle === undefined || one.lifecycle === input.lifecycle);
}

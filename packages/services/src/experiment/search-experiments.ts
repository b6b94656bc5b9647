import type { Experiment, Page } from "@assay/contract";
import { experiments } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { type EntityPageInput, entityPage } from "../search/entity-page.ts";

/** One page of the project's experiments, filtered and sorted. */
export async function searchExperiments({
  ctx,
  input,
}: VerbArgs<ProjectContext, EntityPageInput<"experiment">>): Promise<Page<Experiment>> {
  requirePermission(ctx, "experiment:read");
  const { items, nextCursor } = await entityPage(ctx, "experiment", input);
  return { items: await experiments.findMany(ctx.db, ctx.project.id, items), nextCursor };
}

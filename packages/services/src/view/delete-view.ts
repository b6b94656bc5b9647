import { notFound } from "@assay/contract";
import { savedViews } from "@assay/db";
import { actorId } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** Deletes one of the person's own views. */
export async function deleteView({ ctx, input }: VerbArgs<ProjectContext, { id: string }>): Promise<void> {
  requirePermission(ctx, "view:write");
  const isGone = await savedViews.remove(ctx.db, ctx.project.id, actorId(ctx.actor), input.id);
  if (!isGone) throw notFound("Saved view");
}

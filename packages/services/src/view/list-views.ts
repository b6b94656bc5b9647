import type { SavedView } from "@assay/contract";
import { savedViews } from "@assay/db";
import { actorId } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** The saved views of one screen, everybody's, by name. */
export async function listViews({ ctx, input }: VerbArgs<ProjectContext, { screen: string }>): Promise<SavedView[]> {
  requirePermission(ctx, "view:read");
  return savedViews.list(ctx.db, ctx.project.id, input.screen, actorId(ctx.actor));
}

import type { SavedView, SaveViewInput } from "@assay/contract";
import { savedViews } from "@assay/db";
import { actorId, actorName } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

type Input = Pick<SaveViewInput, "name" | "screen" | "state">;

/** Saves a view under its name, in place of the person's own one of that name. */
export async function saveView({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<SavedView> {
  requirePermission(ctx, "view:write");
  const { name, screen, state } = input;
  return savedViews.save(ctx.db, {
    id: ctx.ids.uuid(),
    workspaceId: ctx.workspace.id,
    projectId: ctx.project.id,
    ownerId: actorId(ctx.actor),
    ownerName: actorName(ctx.actor),
    name,
    screen,
    state,
  });
}

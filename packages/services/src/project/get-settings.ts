import type { ProjectSettingsView } from "@assay/contract";
import { projects } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext } from "../context.ts";

/** A project's settings, and what role the actor has in it. */
export async function getProjectSettings({ ctx }: { ctx: ProjectContext }): Promise<ProjectSettingsView> {
  requirePermission(ctx, "project:read");
  return { ...(await projects.settingsOf(ctx.db, ctx.project.id)), role: ctx.role };
}

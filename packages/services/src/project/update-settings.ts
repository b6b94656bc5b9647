import type { ProjectSettings, ProjectSettingsView } from "@assay/contract";
import { projects } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** Settles how long a project keeps archived runs. */
export async function updateProjectSettings({
  ctx,
  input,
}: VerbArgs<ProjectContext, Pick<ProjectSettings, "retention">>): Promise<ProjectSettingsView> {
  requirePermission(ctx, "project:manage");
  return withTx(ctx, async (tx) => {
    const settings = { ...(await projects.settingsOf(tx, ctx.project.id)), retention: input.retention };
    await projects.setSettings(tx, ctx.project.id, settings);
    const subject = { kind: "project", id: ctx.project.slug };
    await audit(tx, ctx, { action: "project.settings", subject, details: { ...input.retention } });
    return { ...settings, role: ctx.role };
  });
}

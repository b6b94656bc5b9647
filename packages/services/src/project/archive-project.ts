import { notFound } from "@assay/contract";
import { projects } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/** Hides a project from every door, or brings an archived one back with all that is in it. */
export async function archiveProject({ ctx, input }: VerbArgs<ProjectContext, { isArchived: boolean }>): Promise<void> {
  requirePermission(ctx, "project:manage");
  const { id, slug } = ctx.project;
  await withTx(ctx, async (tx) => {
    const hasChanged = await projects.setArchived(tx, id, input.isArchived ? ctx.clock.now() : null);
    if (!hasChanged) throw notFound(`Project ${slug}`);
    const action = input.isArchived ? "project.archive" : "project.restore";
    await audit(tx, ctx, { action, subject: { kind: "project", id: slug } });
  });
}

import { DomainError, invalidInput, notFound, type Usage } from "@assay/contract";
import { deletion, projects, storage } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";

/**
 * Deletes an archived project for good, with every run, model and file in it. The worker does it; the audit log of the
 * workspace keeps the record.
 */
export async function deleteProject({ ctx, input }: VerbArgs<ProjectContext, { confirmName: string }>): Promise<Usage> {
  requirePermission(ctx, "project:delete");
  const { id, slug, name } = ctx.project;
  if (input.confirmName !== name) {
    throw invalidInput("This is not the project's name", "confirmName", `send ${JSON.stringify(name)} to confirm`);
  }
  return withTx(ctx, async (tx) => {
    const held = await deletion.protectedAlias(tx, id);
    if (held !== null) {
      throw new DomainError("CONFLICT", `${held.model} has the protected alias ${held.alias}`, {
        remedy: "lift the protection first: what is behind it may be in use",
      });
    }
    const usage = await storage.ofProject(tx, id);
    if (!(await projects.setDeleted(tx, id, ctx.clock.now()))) throw notFound(`Project ${slug}`);
    await ctx.jobs.enqueue(tx, "projects.purge", {});
    await audit(tx, ctx, {
      action: "project.delete",
      subject: { kind: "project", id: slug },
      details: { name, ...usage },
    });
    return usage;
  });
}

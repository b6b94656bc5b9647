import { type CreateProjectInput, DomainError, invalidInput, type Project, ProjectId } from "@assay/contract";
import { isUniqueViolation, projects } from "@assay/db";
import { actorUserId } from "../access/actor-label.ts";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs, WorkspaceContext } from "../context.ts";
import { createExperimentRow } from "../experiment/create-experiment-row.ts";
import { getProject } from "./get-project.ts";

/** Makes a project with its experiment 0, "Default". The maker of a private one becomes its admin. */
export async function createProject({ ctx, input }: VerbArgs<WorkspaceContext, CreateProjectInput>): Promise<Project> {
  requirePermission(ctx, "project:create");
  const slug = input.slug ?? slugOf(input.name);
  const { name, description, visibility } = input;
  const project = { id: ProjectId.parse(ctx.ids.uuid()), workspaceId: ctx.workspace.id, slug, name, visibility };
  const projectCtx: ProjectContext = { ...ctx, project };
  try {
    await withTx(ctx, async (tx) => {
      await projects.create(tx, { ...project, description, createdAt: ctx.clock.now() });
      const userId = actorUserId(ctx.actor);
      if (visibility === "private" && userId !== null) await projects.grantRole(tx, project.id, userId, "admin");
      await createExperimentRow(tx, projectCtx, { name: "Default", description: "", tags: {} });
      await audit(tx, projectCtx, { action: "project.create", subject: { kind: "project", id: slug } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new DomainError("ALREADY_EXISTS", `A project with the address ${slug} exists already`, { field: "slug" });
    }
    throw error;
  }
  return getProject({ ctx: projectCtx });
}

function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  if (slug === "") throw invalidInput("The name has no letters or digits to make an address of", "slug", "give a slug");
  return slug;
}

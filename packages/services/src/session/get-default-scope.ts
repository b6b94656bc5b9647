import { DomainError, type ProjectScope } from "@assay/contract";
import { enterDefaultProject } from "../access/enter-default-project.ts";
import type { ServiceContext } from "../context.ts";

/** The workspace and project that an API token points at when its caller names none. */
export async function getDefaultScope({ ctx }: { ctx: ServiceContext }): Promise<ProjectScope> {
  if (ctx.actor.kind !== "token" && ctx.actor.kind !== "anonymous") {
    throw new DomainError("INVALID_INPUT", "Only an API token has a default project", {
      remedy: "name the workspace and project",
    });
  }
  const project = await enterDefaultProject({ ctx });
  return { workspace: project.workspace.slug, project: project.project.slug };
}

import { isDomainError } from "@assay/contract";
import type { ProjectContext, ServiceContext, VerbArgs } from "../context.ts";
import { enterDefaultProject } from "./enter-default-project.ts";
import { enterProjectBySlug } from "./enter-project.ts";
import { enterTokenWorkspace } from "./enter-workspace.ts";

/** What MLflow clients call the workspace of those who chose none. */
const DEFAULT = "default";

/**
 * Steps into a project by its slug alone, in the workspace that the API token belongs to: it never reaches further than
 * the token. `default` is also the token's default project, where no project is called so.
 */
export async function enterTokenProject({
  ctx,
  input,
}: VerbArgs<ServiceContext, { project: string }>): Promise<ProjectContext> {
  try {
    return await enterProjectBySlug({ ctx: await enterTokenWorkspace({ ctx }), input });
  } catch (error) {
    if (input.project === DEFAULT && isDomainError(error) && error.code === "NOT_FOUND") {
      return enterDefaultProject({ ctx });
    }
    throw error;
  }
}

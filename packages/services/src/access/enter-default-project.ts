import { invalidInput } from "@assay/contract";
import type { ProjectContext, ServiceContext } from "../context.ts";
import { enterProjectById } from "./enter-project.ts";
import { enterTokenWorkspace } from "./enter-workspace.ts";
import { requireToken } from "./require-token.ts";

/** Steps into the project an API token shows where an address names none. */
export async function enterDefaultProject({ ctx }: { ctx: ServiceContext }): Promise<ProjectContext> {
  const { projectId, defaultProjectId } = requireToken(ctx);
  const shownId = projectId ?? defaultProjectId;
  if (shownId === null) {
    throw invalidInput("No default project", undefined, "name one in the address: /p/<workspace>/<project>");
  }
  return enterProjectById({ ctx: await enterTokenWorkspace({ ctx }), input: { projectId: shownId } });
}

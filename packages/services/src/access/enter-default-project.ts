import { DomainError, invalidInput } from "@assay/contract";
import type { ProjectContext, ServiceContext } from "../context.ts";
import { enterProjectById } from "./enter-project.ts";
import { enterTokenWorkspace } from "./enter-workspace.ts";

/** Steps into the project an API token shows where an address names none. */
export async function enterDefaultProject({ ctx }: { ctx: ServiceContext }): Promise<ProjectContext> {
  const { actor } = ctx;
  if (actor.kind === "anonymous") {
    throw new DomainError("UNAUTHENTICATED", "Send an API token", {
      remedy: "set MLFLOW_TRACKING_TOKEN, or the header Authorization: Bearer <token>",
    });
  }
  const projectId = actor.kind === "token" ? (actor.projectId ?? actor.defaultProjectId) : null;
  if (actor.kind !== "token" || projectId === null) {
    throw invalidInput("No default project", undefined, "name one in the address: /p/<workspace>/<project>");
  }
  const workspaceCtx = await enterTokenWorkspace(ctx, actor);
  return enterProjectById({ ctx: workspaceCtx, input: { projectId } });
}

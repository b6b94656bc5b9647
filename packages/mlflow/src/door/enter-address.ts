import { invalidInput } from "@assay/contract";
import {
  enterDefaultProject,
  enterProject,
  enterTokenProject,
  enterTokenWorkspace,
  enterWorkspace,
  type ProjectContext,
  type ServiceContext,
  type WorkspaceContext,
} from "@assay/services";
import type { RequestAddress } from "./request-address.ts";

/** Names a project in the token's workspace, as MLflow's clients name a workspace of theirs. */
const HEADER = "x-mlflow-workspace";

/** Steps into the project that the path names, or the header, or the token. */
export function enterAddressedProject(
  ctx: ServiceContext,
  { project }: RequestAddress,
  headers: Headers,
): Promise<ProjectContext> {
  const named = headers.get(HEADER)?.trim() ?? "";
  if (project === null) {
    return named === "" ? enterDefaultProject({ ctx }) : enterTokenProject({ ctx, input: { project: named } });
  }
  if (named !== "" && named !== project.project) {
    throw invalidInput("X-MLFLOW-WORKSPACE names another project than the address", HEADER, "send one of the two");
  }
  return enterProject({ ctx, input: project });
}

/** Steps into the workspace that the path names, or the token's. */
export function enterAddressedWorkspace(ctx: ServiceContext, { project }: RequestAddress): Promise<WorkspaceContext> {
  return project === null ? enterTokenWorkspace({ ctx }) : enterWorkspace({ ctx, input: project });
}

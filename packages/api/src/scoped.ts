import {
  enterArchivedProject,
  enterProject,
  enterWorkspace,
  type ProjectContext,
  type WorkspaceContext,
} from "@assay/services";
import type { ApiContext } from "./context.ts";

/** Steps into the project that an input names. */
export function inProject(ctx: ApiContext, input: { workspace: string; project: string }): Promise<ProjectContext> {
  return enterProject({ ctx: ctx.services, input });
}

/** Steps into the workspace that an input names. */
export function inWorkspace(ctx: ApiContext, input: { workspace: string }): Promise<WorkspaceContext> {
  return enterWorkspace({ ctx: ctx.services, input });
}

/** Steps into the archived project that an input names. */
export function inArchivedProject(
  ctx: ApiContext,
  input: { workspace: string; project: string },
): Promise<ProjectContext> {
  return enterArchivedProject({ ctx: ctx.services, input });
}

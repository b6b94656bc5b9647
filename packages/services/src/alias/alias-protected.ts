import { DomainError } from "@assay/contract";
import type { ProjectContext } from "../context.ts";

/** What a protected alias forbids, with the way that is open: a promotion. */
export function aliasProtected(ctx: ProjectContext, modelName: string, message: string): DomainError {
  const { workspace, project } = ctx;
  const path = `/${workspace.slug}/${project.slug}/models/${encodeURIComponent(modelName)}`;
  return new DomainError("ALIAS_PROTECTED", message, { path, remedy: "request a promotion on the model's page" });
}

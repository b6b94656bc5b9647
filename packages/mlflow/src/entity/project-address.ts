import type { ProjectContext } from "@assay/services";
import type { ProjectAddress } from "../artifact/artifact-root.ts";

/** The slugs that artifact URIs of a project begin with. */
export const projectAddress = ({ workspace, project }: ProjectContext): ProjectAddress => ({
  workspace: workspace.slug,
  project: project.slug,
});

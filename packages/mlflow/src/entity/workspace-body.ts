import type { Project } from "@assay/contract";

/** A project as MLflow's clients know a workspace. */
export const workspaceBody = ({ slug, name, description }: Project) => ({
  name: slug,
  description: description === "" ? name : description,
});

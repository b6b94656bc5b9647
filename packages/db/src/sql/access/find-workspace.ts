import type { Statement } from "../../store.ts";

export interface WorkspaceRow {
  id: string;
  slug: string;
  name: string;
}

/** Asked with every request, like all statements of this folder. Parameters: slug. */
export const findWorkspaceBySlug: Statement = {
  name: "access_workspace_by_slug_v1",
  text: "SELECT id, slug, name FROM workspace WHERE slug = $1",
};

/** Parameters: workspace uuid. */
export const findWorkspaceById: Statement = {
  name: "access_workspace_by_id_v1",
  text: "SELECT id, slug, name FROM workspace WHERE id = $1::uuid",
};

import type { Role } from "@assay/contract";
import type { Statement } from "../../store.ts";

export interface RoleRow {
  role: Role;
}

/** A person's role in a workspace. Parameters: workspace uuid, user uuid. */
export const findMemberRole: Statement = {
  name: "access_member_role_v1",
  text: "SELECT role FROM membership WHERE workspace_id = $1::uuid AND user_id = $2::uuid",
};

/** A service account's role, unless disabled. Parameters: workspace uuid, service account uuid. */
export const findServiceRole: Statement = {
  name: "access_service_role_v1",
  text: "SELECT role FROM service_account WHERE workspace_id = $1::uuid AND id = $2::uuid AND NOT is_disabled",
};

/** The role a project gives a person of its own accord. Parameters: project uuid, user uuid. */
export const findProjectRole: Statement = {
  name: "access_project_role_v1",
  text: "SELECT role FROM project_role WHERE project_id = $1::uuid AND user_id = $2::uuid",
};

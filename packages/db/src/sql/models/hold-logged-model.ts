import type { Statement } from "../../store.ts";

export interface HeldLoggedModelRow {
  is_archived: boolean;
}

/** Keeps a logged model of a project from being deleted until the transaction ends. Parameters: project uuid, logged model uuid. */
export const holdLoggedModel: Statement = {
  name: "logged_models_hold_v2",
  text: `
    SELECT archived_at IS NOT NULL AS is_archived FROM logged_model
    WHERE id = $2::uuid AND project_id = $1::uuid FOR KEY SHARE`,
  changesNothing: true,
};

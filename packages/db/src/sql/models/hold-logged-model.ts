import type { Statement } from "../../store.ts";

/** Keeps a logged model from being deleted until the transaction ends. Parameters: logged model uuid. */
export const holdLoggedModel: Statement = {
  name: "logged_models_hold_v1",
  text: "SELECT id FROM logged_model WHERE id = $1::uuid FOR KEY SHARE",
};

import type { Statement } from "../../store.ts";

/** Holds a logged model's row until the transaction ends. Parameters: logged model uuid. */
export const lockLoggedModel: Statement = {
  name: "logged_models_lock_v1",
  text: "SELECT id FROM logged_model WHERE id = $1::uuid FOR UPDATE",
};

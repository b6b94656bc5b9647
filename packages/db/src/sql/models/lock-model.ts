import type { Statement } from "../../store.ts";

/** Holds a registered model's row until the transaction ends. Parameters: model uuid. */
export const lockModel: Statement = {
  name: "models_lock_v1",
  text: "SELECT id FROM registered_model WHERE id = $1::uuid FOR UPDATE",
};

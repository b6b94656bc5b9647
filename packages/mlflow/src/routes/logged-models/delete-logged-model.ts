import { archiveLoggedModel } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";

/** Deletion is soft: versions registered from it keep their files. */
export const deleteLoggedModelRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/logged-models/{model_id}",
  permission: "run:write",
  reads: "run:read",
  input: z.object({ model_id: field.text() }),
  async handle({ ctx, input }) {
    await archiveLoggedModel({ ctx, input: { loggedModelId: toLoggedModelId(input.model_id) } });
    return {};
  },
});

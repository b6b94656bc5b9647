import { updateLoggedModel } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";
import { paramRecord } from "../runs/log-entries.ts";

export const logLoggedModelParamsRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/logged-models/{model_id}/params",
  permission: "run:write",
  reads: "run:read",
  input: z.object({ model_id: field.text(), params: field.entries(100) }),
  async handle({ ctx, input }) {
    const loggedModelId = toLoggedModelId(input.model_id);
    await updateLoggedModel({ ctx, input: { loggedModelId, addParams: paramRecord(input.params) } });
    return {};
  },
});

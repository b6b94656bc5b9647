import { invalidInput } from "@assay/contract";
import { updateLoggedModel } from "@assay/services";
import { z } from "zod";
import { loggedModelAnswer } from "../../entity/load-logged-model.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";

const STATUS_NUMBERS = { LOGGED_MODEL_PENDING: 1, LOGGED_MODEL_READY: 2, LOGGED_MODEL_UPLOAD_FAILED: 3 } as const;

export const finalizeLoggedModelRoute = mlflowRoute({
  method: "PATCH",
  path: "/api/2.0/mlflow/logged-models/{model_id}",
  permission: "run:write",
  reads: "run:read",
  input: z.object({ model_id: field.text(), status: field.choice(STATUS_NUMBERS) }),
  async handle({ ctx, input }) {
    const loggedModelId = toLoggedModelId(input.model_id);
    if (input.status === "LOGGED_MODEL_PENDING")
      throw invalidInput("A logged model does not become pending again", "status");
    const status = input.status === "LOGGED_MODEL_READY" ? "ready" : "failed";
    await updateLoggedModel({ ctx, input: { loggedModelId, status } });
    return loggedModelAnswer(ctx, loggedModelId);
  },
});

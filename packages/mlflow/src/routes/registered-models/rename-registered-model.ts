import { updateModel } from "@assay/services";
import { z } from "zod";
import { registeredModelAnswer } from "../../entity/load-registered-models.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toModelName } from "../../wire/to-model-name.ts";

export const renameRegisteredModelRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/registered-models/rename",
  permission: "model:write",
  reads: "model:read",
  input: z.object({ name: field.required(), new_name: field.required() }),
  async handle({ ctx, input }) {
    const model = await updateModel({ ctx, input: { name: input.name, newName: toModelName(input.new_name) } });
    return registeredModelAnswer(ctx, model);
  },
});

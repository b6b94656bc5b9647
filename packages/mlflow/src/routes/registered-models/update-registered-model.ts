import { LIMITS } from "@assay/contract";
import { updateModel } from "@assay/services";
import { z } from "zod";
import { registeredModelAnswer } from "../../entity/load-registered-models.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const updateRegisteredModelRoute = mlflowRoute({
  method: "PATCH",
  path: "/api/2.0/mlflow/registered-models/update",
  permission: "model:write",
  reads: "model:read",
  input: z.object({ name: field.required(), description: field.optional(field.text()) }),
  async handle({ ctx, input }) {
    const description = input.description?.slice(0, LIMITS.noteLength);
    return registeredModelAnswer(ctx, await updateModel({ ctx, input: { name: input.name, description } }));
  },
});

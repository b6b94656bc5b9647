import { deleteModel } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const deleteRegisteredModelRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/registered-models/delete",
  permission: "model:delete",
  reads: "model:read",
  input: z.object({ name: field.required() }),
  async handle({ ctx, input }) {
    await deleteModel({ ctx, input });
    return {};
  },
});

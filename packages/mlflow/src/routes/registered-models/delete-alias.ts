import { removeAlias } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const deleteAliasRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/registered-models/alias",
  permission: "alias:move",
  reads: "model:read",
  input: z.object({ name: field.required(), alias: field.required() }),
  async handle({ ctx, input }) {
    await removeAlias({ ctx, input });
    return {};
  },
});

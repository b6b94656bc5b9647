import { deleteVersion } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const deleteModelVersionRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/model-versions/delete",
  permission: "model:delete",
  reads: "model:read",
  input: z.object({ name: field.required(), version: field.required() }),
  async handle({ ctx, input: { name, version } }) {
    await deleteVersion({ ctx, input: { name, version: toVersionNumber(version) } });
    return {};
  },
});

import { getVersion } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const getModelVersionRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/model-versions/get",
  permission: "model:read",
  input: z.object({ name: field.required(), version: field.required() }),
  async handle({ ctx, input: { name, version } }) {
    return {
      model_version: versionBody(await getVersion({ ctx, input: { name, version: toVersionNumber(version) } })),
    };
  },
});

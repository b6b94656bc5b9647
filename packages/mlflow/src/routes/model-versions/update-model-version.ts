import { LIMITS } from "@assay/contract";
import { updateVersion } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const updateModelVersionRoute = mlflowRoute({
  method: "PATCH",
  path: "/api/2.0/mlflow/model-versions/update",
  permission: "model:write",
  reads: "model:read",
  input: z.object({ name: field.required(), version: field.required(), description: field.optional(field.text()) }),
  async handle({ ctx, input }) {
    const version = toVersionNumber(input.version);
    const description = input.description?.slice(0, LIMITS.noteLength);
    return {
      model_version: versionBody(await updateVersion({ ctx, input: { name: input.name, version, description } })),
    };
  },
});

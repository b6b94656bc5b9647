import { LIMITS } from "@assay/contract";
import { updateVersion } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const setModelVersionTagRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/model-versions/set-tag",
  permission: "model:write",
  reads: "model:read",
  input: z.object({
    name: field.required(),
    version: field.required(),
    key: field.key(),
    value: field.value(LIMITS.registryTagValueLength),
  }),
  async handle({ ctx, input: { name, version, key, value } }) {
    await updateVersion({ ctx, input: { name, version: toVersionNumber(version), setTags: { [key]: value } } });
    return {};
  },
});

export const deleteModelVersionTagRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/model-versions/delete-tag",
  permission: "model:write",
  reads: "model:read",
  input: z.object({ name: field.required(), version: field.required(), key: field.required() }),
  async handle({ ctx, input: { name, version, key } }) {
    await updateVersion({ ctx, input: { name, version: toVersionNumber(version), deleteTag: key } });
    return {};
  },
});

import { LIMITS } from "@assay/contract";
import { updateModel } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const setRegisteredModelTagRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/registered-models/set-tag",
  permission: "model:write",
  reads: "model:read",
  input: z.object({ name: field.required(), key: field.key(), value: field.value(LIMITS.registryTagValueLength) }),
  async handle({ ctx, input: { name, key, value } }) {
    await updateModel({ ctx, input: { name, setTags: { [key]: value } } });
    return {};
  },
});

export const deleteRegisteredModelTagRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow/registered-models/delete-tag",
  permission: "model:write",
  reads: "model:read",
  input: z.object({ name: field.required(), key: field.required() }),
  async handle({ ctx, input: { name, key } }) {
    await updateModel({ ctx, input: { name, deleteTag: key } });
    return {};
  },
});

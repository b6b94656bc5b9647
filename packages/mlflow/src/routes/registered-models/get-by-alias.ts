import { getModel } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { findAliased } from "../../registry/find-version.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const getByAliasRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/registered-models/alias",
  permission: "model:read",
  input: z.object({ name: field.required(), alias: field.required() }),
  async handle({ ctx, input: { name, alias } }) {
    const model = await getModel({ ctx, input: { name } });
    return { model_version: versionBody(await findAliased(ctx, model, alias)) };
  },
});

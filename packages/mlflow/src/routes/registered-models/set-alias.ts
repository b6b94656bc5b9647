import { moveAlias } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toAliasName } from "../../wire/to-alias-name.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const setAliasRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/registered-models/alias",
  permission: "alias:move",
  reads: "model:read",
  input: z.object({ name: field.required(), alias: field.required(), version: field.required() }),
  async handle({ ctx, input: { name, alias, version } }) {
    await moveAlias({ ctx, input: { name, alias: toAliasName(alias), version: toVersionNumber(version), reason: "" } });
    return {};
  },
});

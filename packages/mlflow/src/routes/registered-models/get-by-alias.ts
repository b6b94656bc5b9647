import { notFound } from "@assay/contract";
import { getModel, getVersion } from "@assay/services";
import { z } from "zod";
import { versionBody } from "../../entity/version-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const getByAliasRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/registered-models/alias",
  permission: "model:read",
  input: z.object({ name: field.text(), alias: field.text() }),
  async handle({ ctx, input: { name, alias } }) {
    const { aliases } = await getModel({ ctx, input: { name } });
    const found = aliases.find((one) => one.name === alias);
    if (found === undefined) throw notFound(`Registered model alias ${alias}`);
    return { model_version: versionBody(await getVersion({ ctx, input: { name, version: found.version } })) };
  },
});

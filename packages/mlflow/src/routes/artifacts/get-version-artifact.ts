import { readVersionFile } from "@assay/services";
import { z } from "zod";
import { artifactResponse } from "../../artifact/artifact-response.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const getVersionArtifactRoute = mlflowRoute({
  method: "GET",
  path: "/model-versions/get-artifact",
  permission: "model:read",
  input: z.object({ name: field.text(), version: field.text(), path: field.path() }),
  handle: async ({ ctx, input: { name, version, path } }) =>
    artifactResponse(await readVersionFile({ ctx, input: { name, version: toVersionNumber(version), path } })),
});

import { readVersionFile } from "@assay/services";
import { z } from "zod";
import { artifactAnswer } from "../../artifact/artifact-answer.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const getVersionArtifactRoute = mlflowRoute({
  method: "GET",
  path: "/model-versions/get-artifact",
  permission: "model:read",
  input: z.object({ name: field.text(), version: field.text(), path: field.path() }),
  handle: async ({ ctx, input: { name, version, path } }) =>
    artifactAnswer(await readVersionFile({ ctx, input: { name, version: toVersionNumber(version), path } })),
});

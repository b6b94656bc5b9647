import { readVersionFile } from "@assay/services";
import { z } from "zod";
import { artifactAnswer } from "../../artifact/artifact-answer.ts";
import { directDownload } from "../../artifact/direct-transfer.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

export const getVersionArtifactRoute = mlflowRoute({
  method: "GET",
  path: "/model-versions/get-artifact",
  permission: "model:read",
  input: z.object({
    name: field.text(),
    version: field.text(),
    path: field.path(),
    presigned: field.optional(field.text()),
  }),
  async handle({ ctx, input: { name, version, path, presigned } }) {
    const opened = await readVersionFile({ ctx, input: { name, version: toVersionNumber(version), path } });
    return presigned === "true" ? directDownload(opened) : artifactAnswer(opened);
  },
});

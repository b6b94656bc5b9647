import { readArtifact } from "@assay/services";
import { z } from "zod";
import { artifactAnswer } from "../../artifact/artifact-answer.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { wireErrorResponse } from "../../wire/error-response.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";

/** One file of a logged model, as a download. */
export const getLoggedModelFileRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/logged-models/{model_id}/artifacts/files",
  permission: "artifact:read",
  input: z.object({ model_id: field.text(), artifact_file_path: field.optional(field.path()) }),
  async handle({ ctx, input: { model_id, artifact_file_path: path = "" } }) {
    if (path === "") {
      return wireErrorResponse(400, "BAD_REQUEST", 'Request must include the "artifact_file_path" query parameter.');
    }
    const owner = { kind: "loggedModel" as const, loggedModelId: toLoggedModelId(model_id) };
    return artifactAnswer(await readArtifact({ ctx, input: { owner, path } }));
  },
});

import { listArtifacts } from "@assay/services";
import { z } from "zod";
import { artifactUri } from "../../artifact/artifact-root.ts";
import { fileInfo } from "../../entity/file-info.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";

/** Paths are relative to the model's root. */
export const listLoggedModelArtifactsRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/logged-models/{model_id}/artifacts/directories",
  permission: "artifact:read",
  input: z.object({ model_id: field.text(), artifact_directory_path: field.optional(field.path()) }),
  async handle({ ctx, input }) {
    const loggedModelId = toLoggedModelId(input.model_id);
    const owner = { kind: "loggedModel" as const, loggedModelId };
    const entries = await listArtifacts({ ctx, input: { owner, path: input.artifact_directory_path ?? "" } });
    return { root_uri: artifactUri(projectAddress(ctx), owner), files: entries.map(fileInfo) };
  },
});

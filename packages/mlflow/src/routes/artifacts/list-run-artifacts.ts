import { listArtifacts } from "@assay/services";
import { artifactUri } from "../../artifact/artifact-root.ts";
import { fileInfo } from "../../entity/file-info.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

/** Paths are relative to the run's root. */
export const listRunArtifactsRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/artifacts/list",
  permission: "artifact:read",
  input: withRunId({ path: field.optional(field.path()) }),
  async handle({ ctx, input }) {
    const runId = toRunId(input.run_id);
    const entries = await listArtifacts({ ctx, input: { owner: { kind: "run", runId }, path: input.path ?? "" } });
    return {
      root_uri: artifactUri(projectAddress(ctx), { kind: "run", runId }),
      files: entries.map(fileInfo),
    };
  },
});

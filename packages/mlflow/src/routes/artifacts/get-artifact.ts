import { readArtifact } from "@assay/services";
import { artifactAnswer } from "../../artifact/artifact-answer.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

export const getArtifactRoute = mlflowRoute({
  method: "GET",
  path: "/get-artifact",
  permission: "artifact:read",
  input: withRunId({ path: field.path() }),
  handle: async ({ ctx, input }) =>
    artifactAnswer(
      await readArtifact({ ctx, input: { owner: { kind: "run", runId: toRunId(input.run_id) }, path: input.path } }),
    ),
});

import { invalidInput } from "@assay/contract";
import { parseArtifactPath } from "@assay/domain";
import { getLoggedModel, getRun } from "@assay/services";
import { z } from "zod";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

/** A signature on a bucket's address lasts seven days at most. */
const MOST_SECONDS = 604_800;
const PROXIED = "(artifact URI scheme: mlflow-artifacts); send files through the server instead";

const expiration = field.optional(field.int64());

/** Files go through the server, so no client ever gets an address at a bucket; what it asks for is checked all the same. */
const upload = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/artifacts/presigned-upload-url",
  permission: "artifact:write",
  input: z.object({
    run_id: field.optional(field.text()),
    model_id: field.optional(field.text()),
    path: field.path(),
    expiration,
  }),
  async handle({ ctx, input }) {
    const { run_id: runId = "", model_id: modelId = "" } = input;
    if ((runId === "") === (modelId === "")) {
      throw invalidInput("Exactly one of run_id and model_id must be provided.", "run_id");
    }
    parseArtifactPath(input.path);
    if (runId === "") await getLoggedModel({ ctx, input: { loggedModelId: toLoggedModelId(modelId) } });
    else await getRun({ ctx, input: { runId: toRunId(runId) } });
    throw invalidInput(`Presigned upload is not supported for proxied artifact storage ${PROXIED}`, "path");
  },
});

const download = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/artifacts/presigned-download-url",
  permission: "artifact:read",
  input: withRunId({ path: field.path(), expiration }),
  async handle({ ctx, input }) {
    parseArtifactPath(input.path);
    const seconds = input.expiration ?? 1;
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw invalidInput(`expiration must be between 1 and ${MOST_SECONDS} seconds (got ${seconds}).`, "expiration");
    }
    await getRun({ ctx, input: { runId: toRunId(input.run_id) } });
    throw invalidInput(`Presigned download is not supported for runs with proxied artifact storage ${PROXIED}`, "path");
  },
});

export const presignedUrlRoutes: readonly MlflowRoute[] = [upload, download];

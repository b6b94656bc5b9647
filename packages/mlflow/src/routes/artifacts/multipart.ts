import { z } from "zod";
import { parseArtifactAddress } from "../../artifact/artifact-root.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { type MlflowRoute, mlflowRoute } from "../../route/mlflow-route.ts";
import { wireErrorResponse } from "../../wire/error-response.ts";
import { field } from "../../wire/field.ts";

/** Clients match the beginning and then send, or fetch, the file in one piece. */
const unsupported = (what: "upload" | "download"): Response =>
  wireErrorResponse(
    501,
    "NOT_IMPLEMENTED",
    `Multipart ${what} is not supported for the current artifact repository; files are streamed through the server`,
  );

const input = z.object({ path: field.path() });

/** Uploads in parts that go straight to a bucket: files are kept by the server itself, which has no such address. */
const uploads = ["create", "complete", "abort"].map((step) =>
  mlflowRoute({
    method: "POST",
    path: `/api/2.0/mlflow-artifacts/mpu/${step}/{...path}`,
    permission: "artifact:write",
    input,
    async handle({ ctx, input: { path } }) {
      parseArtifactAddress(projectAddress(ctx), path);
      return unsupported("upload");
    },
  }),
);

const download = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow-artifacts/presigned/{...path}",
  permission: "artifact:read",
  input,
  async handle({ ctx, input: { path } }) {
    parseArtifactAddress(projectAddress(ctx), path);
    return unsupported("download");
  },
});

export const multipartRoutes: readonly MlflowRoute[] = [...uploads, download];

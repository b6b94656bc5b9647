import { z } from "zod";
import { openFile } from "../../artifact/artifact-files.ts";
import { artifactResponse } from "../../artifact/artifact-response.ts";
import { parseArtifactAddress } from "../../artifact/artifact-root.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const proxyGetRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow-artifacts/artifacts/{...path}",
  permission: "artifact:read",
  input: z.object({ path: field.path() }),
  handle: async ({ ctx, input }) =>
    artifactResponse(await openFile(ctx, parseArtifactAddress(projectAddress(ctx), input.path))),
});

import { z } from "zod";
import { artifactAnswer } from "../../artifact/artifact-answer.ts";
import { openFile } from "../../artifact/artifact-files.ts";
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
    artifactAnswer(await openFile(ctx, parseArtifactAddress(projectAddress(ctx), input.path))),
});

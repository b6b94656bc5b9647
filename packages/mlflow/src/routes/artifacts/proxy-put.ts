import { putArtifact } from "@assay/services";
import { z } from "zod";
import { parseArtifactAddress } from "../../artifact/artifact-root.ts";
import { writableOwner } from "../../artifact/writable-owner.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

/** Streams a file in; it appears only once all of it is durable. */
export const proxyPutRoute = mlflowRoute({
  method: "PUT",
  path: "/api/2.0/mlflow-artifacts/artifacts/{...path}",
  permission: "artifact:write",
  input: z.object({ path: field.path() }),
  async handle({ ctx, input, content }) {
    const { root, path } = parseArtifactAddress(projectAddress(ctx), input.path);
    await putArtifact({ ctx, input: { owner: writableOwner(root), path, content } });
    return {};
  },
});

import { DomainError } from "@assay/contract";
import { putArtifact } from "@assay/services";
import { z } from "zod";
import { parseArtifactAddress } from "../../artifact/artifact-root.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

/** Streams a file in; it appears only once all of it is durable. */
export const proxyPutRoute = mlflowRoute({
  method: "PUT",
  path: "/api/2.0/mlflow-artifacts/artifacts/{...path}",
  permission: "artifact:write",
  input: z.object({ path: field.path() }),
  async handle({ ctx, input, request }) {
    const { root, path } = parseArtifactAddress(projectAddress(ctx), input.path);
    if (root.kind === "version" || root.kind === "experiment") {
      throw new DomainError("FORBIDDEN", "A model version's files never change", {
        remedy: "register another version",
      });
    }
    await putArtifact({ ctx, input: { owner: root, path, content: request.body ?? nothing() } });
    return {};
  },
});

async function* nothing(): AsyncGenerator<Uint8Array> {}

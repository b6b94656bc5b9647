import { DomainError } from "@assay/contract";
import { deleteArtifacts } from "@assay/services";
import { z } from "zod";
import { parseArtifactAddress } from "../../artifact/artifact-root.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

/** Takes a file, or a folder with all in it, out of a tree. Versions keep theirs. */
export const proxyDeleteRoute = mlflowRoute({
  method: "DELETE",
  path: "/api/2.0/mlflow-artifacts/artifacts/{...path}",
  permission: "artifact:delete",
  input: z.object({ path: field.path() }),
  async handle({ ctx, input }) {
    const { root, path } = parseArtifactAddress(projectAddress(ctx), input.path);
    if (root.kind === "version" || root.kind === "experiment") {
      throw new DomainError("FORBIDDEN", "A model version's files never change", { remedy: "delete the version" });
    }
    await deleteArtifacts({ ctx, input: { owner: root, path } });
    return {};
  },
});

import { z } from "zod";
import { listFiles } from "../../artifact/artifact-files.ts";
import { parseArtifactAddress } from "../../artifact/artifact-root.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

/** What lies directly in a folder, by base names. A folder that does not exist is empty; a path that is a file lists itself. */
export const proxyListRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow-artifacts/artifacts",
  permission: "artifact:read",
  input: z.object({ path: field.optional(field.path()) }),
  async handle({ ctx, input }) {
    const address = parseArtifactAddress(projectAddress(ctx), (input.path ?? "").replace(/\/+$/, ""));
    const entries = await listFiles(ctx, address);
    return {
      files: entries.map(({ name, isFolder, sizeBytes }) => ({
        path: name,
        is_dir: isFolder,
        ...(isFolder ? {} : { file_size: sizeBytes }),
      })),
    };
  },
});

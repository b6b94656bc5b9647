import { getModel, getVersion } from "@assay/services";
import { z } from "zod";
import { artifactUri } from "../../artifact/artifact-root.ts";
import { projectAddress } from "../../entity/project-address.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toVersionNumber } from "../../wire/to-version-number.ts";

/** Where a version's files are read: from what was frozen at registration, not from the run they came from. */
export const getDownloadUriRoute = mlflowRoute({
  method: "GET",
  path: "/api/2.0/mlflow/model-versions/get-download-uri",
  permission: "model:read",
  input: z.object({ name: field.required(), version: field.required() }),
  async handle({ ctx, input: { name, version } }) {
    const { id: modelId } = await getModel({ ctx, input: { name } });
    const { number } = await getVersion({ ctx, input: { name, version: toVersionNumber(version) } });
    return { artifact_uri: artifactUri(projectAddress(ctx), { kind: "version", modelId, version: number }) };
  },
});

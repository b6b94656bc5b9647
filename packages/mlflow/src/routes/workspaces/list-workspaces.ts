import { listProjects } from "@assay/services";
import { z } from "zod";
import { workspaceBody } from "../../entity/workspace-body.ts";
import { workspaceRoute } from "../../route/mlflow-route.ts";

/** The projects that the token may name in `X-MLFLOW-WORKSPACE`. */
export const listWorkspacesRoute = workspaceRoute({
  method: "GET",
  path: "/api/3.0/mlflow/workspaces",
  permission: "project:read",
  input: z.object({}),
  handle: async ({ ctx }) => ({ workspaces: (await listProjects({ ctx })).map(workspaceBody) }),
});

import { notFound } from "@assay/contract";
import { listProjects } from "@assay/services";
import { z } from "zod";
import { workspaceBody } from "../../entity/workspace-body.ts";
import { workspaceRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";

export const getWorkspaceRoute = workspaceRoute({
  method: "GET",
  path: "/api/3.0/mlflow/workspaces/{workspace_name}",
  permission: "project:read",
  input: z.object({ workspace_name: field.text() }),
  async handle({ ctx, input }) {
    const name = input.workspace_name;
    const project = (await listProjects({ ctx })).find(({ slug }) => slug === name);
    if (project === undefined) throw notFound(`Workspace '${name.slice(0, 80)}'`);
    return { workspace: workspaceBody(project) };
  },
});

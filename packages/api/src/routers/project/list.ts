import { Project, WorkspaceScope } from "@assay/contract";
import { listProjects } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const listProjectsProcedure = procedure("project:read")
  .input(WorkspaceScope)
  .output(z.array(Project))
  .query(async ({ ctx, input }) => listProjects({ ctx: await inWorkspace(ctx, input) }));

import { Project, ProjectScope } from "@assay/contract";
import { getProject } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getProjectProcedure = procedure("project:read")
  .input(ProjectScope)
  .output(Project)
  .query(async ({ ctx, input }) => getProject({ ctx: await inProject(ctx, input) }));

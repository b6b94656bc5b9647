import { CreateProjectInput, Project } from "@assay/contract";
import { createProject } from "@assay/services";
import { procedure } from "../../init.ts";
import { inWorkspace } from "../../scoped.ts";

export const createProjectProcedure = procedure("project:create")
  .input(CreateProjectInput)
  .output(Project)
  .mutation(async ({ ctx, input }) => createProject({ ctx: await inWorkspace(ctx, input), input }));

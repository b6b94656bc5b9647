import { DeleteProjectInput, Usage } from "@assay/contract";
import { deleteProject } from "@assay/services";
import { procedure } from "../../init.ts";
import { inArchivedProject } from "../../scoped.ts";

export const deleteProjectProcedure = procedure("project:delete")
  .input(DeleteProjectInput)
  .output(Usage)
  .mutation(async ({ ctx, input }) => deleteProject({ ctx: await inArchivedProject(ctx, input), input }));

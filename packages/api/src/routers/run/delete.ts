import { RunsInput, Usage } from "@assay/contract";
import { deleteRuns } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const deleteRunsProcedure = procedure("run:delete")
  .input(RunsInput)
  .output(Usage)
  .mutation(async ({ ctx, input }) => deleteRuns({ ctx: await inProject(ctx, input), input }));

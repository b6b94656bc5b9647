import { Run, UpdateRunInput } from "@assay/contract";
import { updateRun } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateRunProcedure = procedure("run:write")
  .input(UpdateRunInput)
  .output(Run)
  .mutation(async ({ ctx, input }) => updateRun({ ctx: await inProject(ctx, input), input }));

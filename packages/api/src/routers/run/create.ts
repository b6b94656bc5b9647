import { CreateRunInput, Run } from "@assay/contract";
import { createRun } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const createRunProcedure = procedure("run:write")
  .input(CreateRunInput)
  .output(Run)
  .mutation(async ({ ctx, input }) =>
    createRun({ ctx: await inProject(ctx, input), input: { ...input, experiment: { name: input.experiment } } }),
  );

import { FinishRunInput, Run } from "@assay/contract";
import { finishRun } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const finishRunProcedure = procedure("run:write")
  .input(FinishRunInput)
  .output(Run)
  .mutation(async ({ ctx, input }) => finishRun({ ctx: await inProject(ctx, input), input }));

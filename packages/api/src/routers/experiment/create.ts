import { CreateExperimentInput, Experiment } from "@assay/contract";
import { createExperiment } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const createExperimentProcedure = procedure("experiment:write")
  .input(CreateExperimentInput)
  .output(Experiment)
  .mutation(async ({ ctx, input }) => createExperiment({ ctx: await inProject(ctx, input), input }));

import { Experiment, ProjectScope } from "@assay/contract";
import { getExperiment } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getExperimentProcedure = procedure("experiment:read")
  .input(ProjectScope.extend({ number: z.number().int().min(0) }))
  .output(Experiment)
  .query(async ({ ctx, input }) =>
    getExperiment({ ctx: await inProject(ctx, input), input: { number: input.number } }),
  );

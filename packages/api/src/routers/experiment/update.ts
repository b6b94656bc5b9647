import { Experiment, Name, ProjectScope, storedText } from "@assay/contract";
import { updateExperiment } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateExperimentProcedure = procedure("experiment:write")
  .input(
    ProjectScope.extend({
      number: z.number().int().min(0),
      name: Name.optional(),
      description: storedText(10_000).optional(),
    }),
  )
  .output(Experiment)
  .mutation(async ({ ctx, input }) => updateExperiment({ ctx: await inProject(ctx, input), input }));

import { Experiment, ProjectScope } from "@assay/contract";
import { archiveExperiment } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const archiveExperimentProcedure = procedure("experiment:write")
  .input(ProjectScope.extend({ number: z.number().int().min(0) }))
  .output(Experiment)
  .mutation(async ({ ctx, input }) =>
    archiveExperiment({ ctx: await inProject(ctx, input), input: { ...input, isArchived: true } }),
  );

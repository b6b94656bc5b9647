import { ExperimentListItem, Lifecycle, ProjectScope } from "@assay/contract";
import { listExperiments } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listExperimentsProcedure = procedure("experiment:read")
  .input(ProjectScope.extend({ lifecycle: Lifecycle.optional() }))
  .output(z.array(ExperimentListItem))
  .query(async ({ ctx, input }) => listExperiments({ ctx: await inProject(ctx, input), input }));

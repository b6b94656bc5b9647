import { CountRunsInput, RunCount } from "@assay/contract";
import { countRuns } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const countRunsProcedure = procedure("run:read")
  .input(CountRunsInput)
  .output(RunCount)
  .query(async ({ ctx, input }) => countRuns({ ctx: await inProject(ctx, input), input }));

import { CountRunsInput, RunKeys } from "@assay/contract";
import { listRunKeys } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listRunKeysProcedure = procedure("run:read")
  .input(CountRunsInput)
  .output(RunKeys)
  .query(async ({ ctx, input }) => listRunKeys({ ctx: await inProject(ctx, input), input }));

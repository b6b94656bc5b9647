import { RunDetail, RunInput } from "@assay/contract";
import { getRun } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getRunProcedure = procedure("run:read")
  .input(RunInput)
  .output(RunDetail)
  .query(async ({ ctx, input }) => getRun({ ctx: await inProject(ctx, input), input }));

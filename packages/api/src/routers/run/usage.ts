import { RunsInput, Usage } from "@assay/contract";
import { getRunUsage } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const runUsageProcedure = procedure("run:read")
  .input(RunsInput)
  .output(Usage)
  .query(async ({ ctx, input }) => getRunUsage({ ctx: await inProject(ctx, input), input }));

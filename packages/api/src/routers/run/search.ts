import { RunPage, SearchRunsInput } from "@assay/contract";
import { searchRuns } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const searchRunsProcedure = procedure("run:read")
  .input(SearchRunsInput)
  .output(RunPage)
  .query(async ({ ctx, input }) => searchRuns({ ctx: await inProject(ctx, input), input }));

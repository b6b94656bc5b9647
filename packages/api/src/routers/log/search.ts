import { LogMatches, SearchLogInput } from "@assay/contract";
import { searchLog } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const searchLogProcedure = procedure("run:read")
  .input(SearchLogInput)
  .output(LogMatches)
  .query(async ({ ctx, input }) => searchLog({ ctx: await inProject(ctx, input), input }));

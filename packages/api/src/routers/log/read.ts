import { LogPage, ReadLogInput } from "@assay/contract";
import { readLog } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const readLogProcedure = procedure("run:read")
  .input(ReadLogInput)
  .output(LogPage)
  .query(async ({ ctx, input }) => readLog({ ctx: await inProject(ctx, input), input }));

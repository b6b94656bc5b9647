import { LoggedModel, LoggedModelInput } from "@assay/contract";
import { getLoggedModel } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getLoggedModelProcedure = procedure("run:read")
  .input(LoggedModelInput)
  .output(LoggedModel)
  .query(async ({ ctx, input }) => getLoggedModel({ ctx: await inProject(ctx, input), input }));

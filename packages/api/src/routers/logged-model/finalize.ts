import { FinalizeLoggedModelInput, LoggedModel } from "@assay/contract";
import { updateLoggedModel } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const finalizeLoggedModelProcedure = procedure("run:write")
  .input(FinalizeLoggedModelInput)
  .output(LoggedModel)
  .mutation(async ({ ctx, input }) => updateLoggedModel({ ctx: await inProject(ctx, input), input }));

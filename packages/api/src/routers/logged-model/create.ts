import { CreateLoggedModelInput, LoggedModel } from "@assay/contract";
import { createLoggedModel } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const createLoggedModelProcedure = procedure("run:write")
  .input(CreateLoggedModelInput)
  .output(LoggedModel)
  .mutation(async ({ ctx, input }) =>
    createLoggedModel({ ctx: await inProject(ctx, input), input: { ...input, origin: { runId: input.runId } } }),
  );

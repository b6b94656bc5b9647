import { CreateRegisteredModelInput, RegisteredModel } from "@assay/contract";
import { createModel } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const createModelProcedure = procedure("model:write")
  .input(CreateRegisteredModelInput)
  .output(RegisteredModel)
  .mutation(async ({ ctx, input }) => createModel({ ctx: await inProject(ctx, input), input }));

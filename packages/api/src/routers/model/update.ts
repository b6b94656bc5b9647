import { RegisteredModel, RegisteredModelInput, storedText } from "@assay/contract";
import { updateModel } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateModelProcedure = procedure("model:write")
  .input(RegisteredModelInput.extend({ description: storedText(100_000) }))
  .output(RegisteredModel)
  .mutation(async ({ ctx, input }) => updateModel({ ctx: await inProject(ctx, input), input }));

import { RegisteredModel, RegisteredModelInput } from "@assay/contract";
import { updateModel } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateModelProcedure = procedure("model:write")
  .input(RegisteredModelInput.extend({ description: z.string().max(100_000) }))
  .output(RegisteredModel)
  .mutation(async ({ ctx, input }) => updateModel({ ctx: await inProject(ctx, input), input }));

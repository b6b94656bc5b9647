import { RegisteredModel, RegisteredModelInput } from "@assay/contract";
import { getModel } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getModelProcedure = procedure("model:read")
  .input(RegisteredModelInput)
  .output(RegisteredModel)
  .query(async ({ ctx, input }) => getModel({ ctx: await inProject(ctx, input), input }));

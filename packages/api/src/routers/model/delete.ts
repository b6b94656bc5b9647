import { RegisteredModelInput } from "@assay/contract";
import { deleteModel } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const deleteModelProcedure = procedure("model:delete")
  .input(RegisteredModelInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => deleteModel({ ctx: await inProject(ctx, input), input }));

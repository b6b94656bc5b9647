import { ModelVersionInput } from "@assay/contract";
import { deleteVersion } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const deleteVersionProcedure = procedure("model:delete")
  .input(ModelVersionInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => deleteVersion({ ctx: await inProject(ctx, input), input }));

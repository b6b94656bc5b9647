import { DeleteTagInput } from "@assay/contract";
import { deleteRunTag } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const deleteTagProcedure = procedure("run:write")
  .input(DeleteTagInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => deleteRunTag({ ctx: await inProject(ctx, input), input }));

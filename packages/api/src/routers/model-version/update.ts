import { ModelVersionDetail, ModelVersionInput } from "@assay/contract";
import { updateVersion } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateVersionProcedure = procedure("model:write")
  .input(ModelVersionInput.extend({ description: z.string().max(100_000) }))
  .output(ModelVersionDetail)
  .mutation(async ({ ctx, input }) => updateVersion({ ctx: await inProject(ctx, input), input }));

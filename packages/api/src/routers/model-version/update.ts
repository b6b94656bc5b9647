import { ModelVersionDetail, ModelVersionInput, storedText } from "@assay/contract";
import { updateVersion } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateVersionProcedure = procedure("model:write")
  .input(ModelVersionInput.extend({ description: storedText(100_000) }))
  .output(ModelVersionDetail)
  .mutation(async ({ ctx, input }) => updateVersion({ ctx: await inProject(ctx, input), input }));

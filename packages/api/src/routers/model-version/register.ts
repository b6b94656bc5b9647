import { ModelVersionDetail, RegisterVersionInput } from "@assay/contract";
import { registerVersion } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const registerVersionProcedure = procedure("model:write")
  .input(RegisterVersionInput)
  .output(ModelVersionDetail)
  .mutation(async ({ ctx, input }) => registerVersion({ ctx: await inProject(ctx, input), input }));

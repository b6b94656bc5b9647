import { CompleteSetupInput } from "@assay/contract";
import { completeSetup } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";

export const completeSetupProcedure = procedure("public")
  .input(CompleteSetupInput)
  .output(z.void())
  .mutation(({ ctx, input }) => completeSetup({ ctx: ctx.services, input }));

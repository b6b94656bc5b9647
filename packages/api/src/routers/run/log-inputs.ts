import { LogInputsInput } from "@assay/contract";
import { logInputs } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const logInputsProcedure = procedure("run:write")
  .input(LogInputsInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => logInputs({ ctx: await inProject(ctx, input), input }));

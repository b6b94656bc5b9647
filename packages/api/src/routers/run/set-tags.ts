import { SetTagsInput } from "@assay/contract";
import { logToRun } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const setTagsProcedure = procedure("run:write")
  .input(SetTagsInput)
  .output(z.void())
  .mutation(async ({ ctx, input }) => logToRun({ ctx: await inProject(ctx, input), input }));

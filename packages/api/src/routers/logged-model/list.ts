import { LoggedModel, RunInput } from "@assay/contract";
import { listLoggedModels } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listLoggedModelsProcedure = procedure("run:read")
  .input(RunInput)
  .output(z.array(LoggedModel))
  .query(async ({ ctx, input }) => listLoggedModels({ ctx: await inProject(ctx, input), input }));

import { ProjectScope, RegisteredModel } from "@assay/contract";
import { listModels } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const listModelsProcedure = procedure("model:read")
  .input(ProjectScope)
  .output(z.array(RegisteredModel))
  .query(async ({ ctx, input }) => listModels({ ctx: await inProject(ctx, input) }));

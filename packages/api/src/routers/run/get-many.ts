import { ProjectScope, RunDetail, RunId } from "@assay/contract";
import { getRuns } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const getRunsProcedure = procedure("run:read")
  .input(ProjectScope.extend({ runIds: z.array(RunId).min(1).max(50) }))
  .output(z.array(RunDetail))
  .query(async ({ ctx, input }) => getRuns({ ctx: await inProject(ctx, input), input }));

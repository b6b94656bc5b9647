import { ProjectScope, RunId } from "@assay/contract";
import { locateRun } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";

export const locateRunProcedure = procedure("run:read")
  .input(z.strictObject({ runId: RunId }))
  .output(ProjectScope)
  .query(({ ctx, input }) => locateRun({ ctx: ctx.services, input }));

import { ProjectScope, RunId } from "@assay/contract";
import { archiveRuns } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const archiveRunsProcedure = procedure("run:write")
  .input(ProjectScope.extend({ runIds: z.array(RunId).min(1).max(1_000) }))
  .output(z.void())
  .mutation(async ({ ctx, input }) =>
    archiveRuns({ ctx: await inProject(ctx, input), input: { runIds: input.runIds, isArchived: true } }),
  );

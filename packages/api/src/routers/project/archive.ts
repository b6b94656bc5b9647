import { ProjectScope } from "@assay/contract";
import { archiveProject } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const archiveProjectProcedure = procedure("project:manage")
  .input(ProjectScope)
  .output(z.void())
  .mutation(async ({ ctx, input }) =>
    archiveProject({ ctx: await inProject(ctx, input), input: { isArchived: true } }),
  );

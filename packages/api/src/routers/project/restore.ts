import { ProjectScope } from "@assay/contract";
import { archiveProject } from "@assay/services";
import { z } from "zod";
import { procedure } from "../../init.ts";
import { inArchivedProject } from "../../scoped.ts";

export const restoreProjectProcedure = procedure("project:manage")
  .input(ProjectScope)
  .output(z.void())
  .mutation(async ({ ctx, input }) =>
    archiveProject({ ctx: await inArchivedProject(ctx, input), input: { isArchived: false } }),
  );
